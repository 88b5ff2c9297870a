"""What Jinja has compiled, kept for the next time that the same program fills the same template."""

from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


@cache
def compiled(form: str) -> Any:  # noqa: ARG001  # each form has its own
    """A memory for one way to escape, which is part of what is compiled; a template that has changed is not in it."""
    from jinja2 import BytecodeCache

    codes: dict[str, tuple[str, CodeType]] = {}

    class Memory(BytecodeCache):
        def load_bytecode(self, bucket: "Bucket") -> None:
            checksum, code = codes.get(bucket.key, ("", None))
            bucket.code = code if checksum == bucket.checksum else None

        def dump_bytecode(self, bucket: "Bucket") -> None:
            if bucket.code is not None:
                codes[bucket.key] = (bucket.checksum, bucket.code)

        def clear(self) -> None:
            codes.clear()

    return Memory()
