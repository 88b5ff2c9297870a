"""Names of mailboxes as the protocol has them: modified UTF-7 (RFC 3501 section 5.1.3), in quotes."""

import re
from binascii import Error, a2b_base64, b2a_base64

ENCODED = re.compile("[^\x20-\x7e]+|&")
SHIFTED = re.compile("&([^-]*)-")


def encoded(name: str) -> str:
    """A name in modified UTF-7: `Entwürfe` is `Entw&APw-rfe`."""
    return ENCODED.sub(lambda found: _shifted(found[0]), name)


def decoded(name: str) -> str:
    """The name that stands in modified UTF-7; what cannot be read stays as it is."""
    return SHIFTED.sub(lambda found: _text(found[1], found[0]), name)


def quoted(text: str) -> str:
    """A text as one argument of a command (RFC 3501 section 4.3)."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def unquoted(text: str) -> str:
    """What stands in quotes, or the text itself where it has none."""
    return re.sub(r"\\(.)", r"\1", text[1:-1]) if text.startswith('"') else text


def _shifted(text: str) -> str:
    if text == "&":
        return "&-"
    digits = b2a_base64(text.encode("utf-16-be"), newline=False).decode()
    return f"&{digits.rstrip('=').replace('/', ',')}-"


def _text(digits: str, whole: str) -> str:
    if not digits:
        return "&"
    try:
        return a2b_base64(digits.replace(",", "/") + "=" * (-len(digits) % 4)).decode("utf-16-be")
    except (Error, ValueError):
        return whole
