"""The mask of a QR code is that of segno, which counts module after module, and so are the bytes of the code."""

from io import BytesIO

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from labcamp.render.masks import MASKS, best_mask
from labcamp.render.pictures import qr

LENGTHS = (1, 9, 20, 40, 60, 90, 120, 150, 200, 260, 330)  # of which each needs a larger code, up to 65 modules


def chosen(text: str) -> tuple[int, int]:
    """The masks that we and segno choose for a text."""
    first, whole = (segno.make(text, error="m", micro=False, mask=mask) for mask in (0, None))
    return best_mask(first), whole.mask


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("sign", "b0Ö")
def test_the_mask_is_that_of_segno_in_every_size(sign: str, length: int) -> None:
    ours, theirs = chosen(sign * length)
    assert ours == theirs


@given(st.text(min_size=1, max_size=60))
def test_the_mask_is_that_of_segno_for_any_text(text: str) -> None:
    ours, theirs = chosen(text)
    assert ours == theirs


def test_the_code_of_an_address_is_that_of_segno_whichever_mask_it_has() -> None:
    masks = set()
    for number in range(60):
        address, made = f"https://example.org/treffen/{number}", BytesIO()
        code = segno.make(address, error="m", micro=False)
        code.save(made, kind="svg", border=0, xmldecl=False)
        assert qr(address) == made.getvalue().decode()
        masks.add(code.mask)
    assert len(masks) > len(MASKS) // 2
