"""The colours: every pair that carries text can be read, whatever accent a series takes."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import every_mail, sample

from labcamp.render.pictures import DARK, ENOUGH, LIGHT, Palette, contrast, palettes


def pairs(palette: Palette) -> dict[str, float]:
    """The contrast of each ink on each ground that it stands on."""
    found = {
        f"{ink} on {ground}": contrast(getattr(palette, ink), getattr(palette, ground))
        for ink in ("ink", "muted", "accent")
        for ground in ("paper", "ground", "tint")
    }
    found["on_accent"] = contrast(palette.on_accent, palette.accent)
    found["on_leaf"] = contrast(palette.on_leaf, palette.leaf)
    found["on_marker"] = contrast(palette.on_marker, palette.marker)
    return found


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#000000", 21), ("#123456", "#123456", 1), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_our_own_colours_can_be_read(palette: Palette) -> None:
    assert {pair: ratio for pair, ratio in pairs(palette).items() if ratio < ENOUGH} == {}


def test_without_an_accent_the_colours_are_ours() -> None:
    assert palettes(None) == (LIGHT, DARK)


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert palettes("#0b4f8a")[0].accent == "#0b4f8a"


def test_the_leaf_keeps_an_accent_that_only_text_cannot_have() -> None:
    light, dark = palettes("#ffe000")
    assert (light.accent, light.leaf, light.on_leaf) == ("#736500", "#ffe000", "#0d141f")
    assert (dark.leaf, dark.on_leaf) == ("#ffe000", "#0d141f")


def test_a_mail_has_the_leaf_in_the_colour_of_the_series_and_its_links_in_another_tone() -> None:
    series = sample().series.model_copy(update={"accent": "#ffe000"})
    mails = every_mail(replace(sample(), series=series), only=("full", "invitation"))
    (page,) = (mail.html for mail in mails.values())
    assert re.findall(r'class="leaf"[^>]*bgcolor="(.*?)"', page) == ["#ffe000"]
    assert re.findall(r'class="button"[^>]*bgcolor="(.*?)"', page) == ["#736500"]


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_any_accent_is_moved_until_it_can_be_read(accent: str) -> None:
    for palette in palettes(accent):
        assert {pair: ratio for pair, ratio in pairs(palette).items() if ratio < ENOUGH} == {}
