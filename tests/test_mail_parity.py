"""Every mail reads back as it was: headers, texts, links and attachments, by Python's own parser."""

import html
import re

import pytest
from mail_reading import FORMS, LONG, due, in_python, letters, links


@pytest.mark.parametrize("form", FORMS)
def test_every_mail_reads_back_as_it_was(form: str) -> None:
    every = letters()
    assert len(every) == 194
    for name, letter in every.items():
        assert in_python(FORMS[form](*letter)) == due(letter, form), name


@pytest.mark.parametrize("form", FORMS)
def test_a_second_run_gives_the_same_bytes(form: str) -> None:
    every = {name: FORMS[form](*letter) for name, letter in letters().items()}
    assert {name: FORMS[form](*letter) for name, letter in letters().items()} == every


def test_every_line_is_ascii_ends_with_crlf_and_is_short() -> None:
    for name, letter in letters().items():
        for form, to_bytes in FORMS.items():
            lines = to_bytes(*letter).split(b"\r\n")
            assert [line for line in lines if b"\r" in line or b"\n" in line or not line.isascii()] == [], (name, form)
            assert max(map(len, lines)) <= (998 if name.startswith("hard/") else 78), (name, form)


def test_a_message_id_is_that_of_one_mail() -> None:
    every = letters()
    ids = {due(letter, "ready").message_id for name, letter in every.items() if not name.startswith("in-english/")}
    assert len(ids) == len([name for name in every if not name.startswith("in-english/")])


def test_the_html_of_a_mail_has_the_links_of_its_text() -> None:
    differ: dict[str, set[str]] = {}
    for name, letter in letters().items():
        in_html = {html.unescape(link) for link in re.findall(r'href="(https?:[^"]*)"', letter.mail.html)}
        differ |= {name: links(letter.mail.text) ^ in_html} if links(letter.mail.text) != in_html else {}
    assert differ == {}


def test_the_longest_address_is_as_hard_as_it_is_meant_to_be() -> None:
    assert len(LONG) > 400
    assert {"%", "&", "ü", "(", ","} <= set(LONG)
