"""Markdown: safe as HTML, readable as text; and plain text that Markdown shows as it is."""

import json
import re
from html import unescape

import pytest
from conftest import times
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample import GOLDEN, event_of, in_memory, made

from labcamp.files.markdown import escaped, harmless, html, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ein **Wort** und *eines*.", "<p>Ein <strong>Wort</strong> und <em>eines</em>.</p>\n"),
        ("[a](https://example.org/?b=1&c=2)", '<p><a href="https://example.org/?b=1&amp;c=2">a</a></p>\n'),
        ("# Eins", "<h3>Eins</h3>\n"),
        ("### Drei", "<h3>Drei</h3>\n"),
        ("## Zwei\n### Drei\n###### Sechs", "<h3>Zwei</h3>\n<h4>Drei</h4>\n<h6>Sechs</h6>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("<b>x</b> <!-- y -->", "<p>&lt;b&gt;x&lt;/b&gt; &lt;!-- y --&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](data:text/html;base64,x)", "<p>[x](data:text/html;base64,x)</p>\n"),
        ("![Bild](https://example.org/b.png)", '<p>!<a href="https://example.org/b.png">Bild</a></p>\n'),
        ("&amp; &lt;", "<p>&amp; &lt;</p>\n"),
        ("www.example.org", "<p>www.example.org</p>\n"),
        ("Kolleg*innen und *Bürger*innen*", "<p>Kolleg*innen und <em>Bürger*innen</em></p>\n"),
        ("**fett**teil, 3*4*5", "<p><strong>fett</strong>teil, 3*4*5</p>\n"),
        ("11. März: Auftakt\n13. Mär Ende", "<p>11. März: Auftakt\n13. Mär Ende</p>\n"),
        ("Am\n1. Mai\n\n1. Eins", "<p>Am\n1. Mai</p>\n<ol>\n<li>Eins</li>\n</ol>\n"),
    ],
)
def test_markdown_becomes_html_that_can_do_no_harm(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ein **Wort**\nund `eines`.", "Ein Wort und eines."),
        ("Eins.\n\nZwei.", "Eins.\n\nZwei."),
        ("Eins\\\nZwei", "Eins\nZwei"),
        ("# Titel\n\nText", "Titel\n\nText"),
        ("Liste:\n\n- eins\n- zwei\n\nDanach", "Liste:\n\n- eins\n- zwei\n\nDanach"),
        ("[Handbuch](https://example.org)", "Handbuch: https://example.org"),
        ("<https://example.org>", "https://example.org"),
        ("[https://example.org](https://example.org)", "https://example.org"),
        ("    code\n    mehr", "code\nmehr"),
        ("> Zitat", "Zitat"),
        ("&amp; <b>", "& <b>"),
        ("", ""),
    ],
)
def test_markdown_becomes_text_that_reads_like_one(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* _b_ `c` [d](e) <f> | \\ ~~g~~", r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \| \\ \~\~g\~\~"),
        ("snake_case_word", "snake_case_word"),
        ("A & B &amp; C", r"A & B \&amp; C"),
        ("# Titel #", r"\# Titel \#"),
        ("#LabCamp", "#LabCamp"),
        ("1. Mai", r"1\. Mai"),
        ("2027 war gut.", "2027 war gut."),
        ("- x", r"\- x"),
        ("---", r"\---"),
        ("a - b", "a - b"),
    ],
)
def test_only_what_means_something_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


SIGNS = r"""
# ## - + * _ __ = --- === ~ ~~~ ` ``` 1. 23) | <b> </b> <!--
&amp; &#65; & \ ! [a] (b) [a]: > a b_c ä € 🎉 :
"""
LINES = st.lists(
    st.sampled_from([*SIGNS.split(), " ", "http://a.b"])
    | st.characters(categories=("L", "P", "S", "N"), max_codepoint=0x2FFF),
    min_size=1,
    max_size=9,
).map(lambda parts: " ".join("".join(parts).split()))


@given(LINES.filter(bool), st.sampled_from(["{}", "# {}", "## {}", "- {}", "1. **x**, {}", "Wort {} Wort", "Wort\n{}"]))
def test_escaped_text_is_shown_as_it_is_wherever_it_stands(text: str, around: str) -> None:
    assert shown(around.format(escaped(text))) == around.replace("**", "").lstrip("-#1. ").format(text).replace(
        "\n", " "
    )


@given(LINES.filter(bool))
def test_escaped_text_fits_a_cell_of_a_table(text: str) -> None:
    assert shown(f"| a |\n|--|\n| {escaped(text)} |") == f"a {text}"


def shown(markdown: str) -> str:
    """The text that another reading of the Markdown shows, with HTML let in."""
    tokens = MarkdownIt("js-default", {"html": True}).parse(markdown)
    assert {token.type for token in tokens} & {"html_block", "fence", "code_block", "hr"} == set()
    texts = ["".join(map(text_of, token.children or ())) for token in tokens if token.type == "inline"]
    return " ".join(texts)


def text_of(token: object) -> str:
    """What a token of a line shows; only plain text may come out of escaped text."""
    kind, content = getattr(token, "type", ""), str(getattr(token, "content", ""))
    assert kind in {"text", "text_special", "softbreak", "strong_open", "strong_close"}, (kind, content)
    return " " if kind == "softbreak" else content


@pytest.mark.parametrize(
    ("text", "passed_on"),
    [
        ("**fett** und <https://example.org>", "**fett** und <https://example.org>"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        (r"\<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)>"),
        ("!![p](https://t.test/x.png)", r"\![p](https://t.test/x.png)"),
        ("[x](javascript&colon;alert(1)) <data:text/html,x>", "[x](#) [data:text/html,x](#)"),
        ("[a][b] [c]\n\n[b]: javascript:d\n[c]: https://e.org 'f'", '[a](#) [c](https://e.org "f")'),
        ("- a\n- b\n  1) c\n\n> d\n> e", "- a\n- b\n  1) c\n\n> d\n> e"),
        ("| a | b |\n|--|:-:|\n| c\\|d | `e\\|f` |", "| a | b |\n|---|:-:|\n| c\\|d | `e\\|f` |"),
        ("    <b>\n\n~~~ x y\n```\n~~~", "```\n<b>\n```\n\n````x\n```\n````"),
        ("a\n\\# b\n1\\. c\\\nd", "a\n\\# b\n1\\. c\\\nd"),
        ("[l](javascript:alert) [m](JavaScript:x) [n](https://example.org)", "[l](#) [m](#) [n](https://example.org)"),
        ("![b](https://example.org/pixel.png)", "[b](https://example.org/pixel.png)"),
        ("3 < 5 und a<3", "3 < 5 und a<3"),
    ],
)
def test_markdown_that_is_passed_on_can_do_no_harm_either(text: str, passed_on: str) -> None:
    assert harmless(text) == passed_on


# What is passed on is read by two others, and nothing in it is active, whatever people wrote

ACTIVE = r"""
\<img src=x onerror=alert(1)> <img src=x> <script> </script> <b <!-- --> <? <![CDATA[ ![ !![ !\[ [p](https://t.test/x.png)
[x](javascript&colon;alert(1)) [x](java&Tab;script:a) [x](JaVaScRiPt:a) [x](data:text/html;base64,PHNjcmlwdD4=)
[x](vbscript:a) [x](file:///etc/passwd) [x][y] [y]: javascript:a <javascript:a> <https://a.b> <a@b.de> [ ] ( ) ! \ ` ``
``` ~~~ ~~ * ** _ __ # ## - + 1. > | |---| --- === &lt;img&gt; &#60;img&#62; &amp;lt; &#33; &#91; &NewLine; &Tab;
&nbsp; : a "title" 'title' <a href="javascript:a"> a.b é 🎉
"""
HOSTILE = st.lists(
    st.sampled_from([*ACTIVE.split(), " ", " ", "\n", "\n\n", "    ", "\n- ", "\n> ", "\t"])
    | st.characters(categories=("L", "P", "S", "N"), max_codepoint=0x2FFF),
    min_size=1,
    max_size=14,
).map("".join)
GOOD = re.compile(r"(?:https?|mailto|tel|webcals?):|(?![A-Za-z][A-Za-z0-9+.-]*:)", re.IGNORECASE)


def active_to_mistune(markdown: str) -> list[tuple[str, str]]:
    """The HTML, pictures and links that lead where they should not, as mistune reads them."""
    mistune = pytest.importorskip("mistune", reason="pip install mistune")
    found: list[tuple[str, str]] = []
    left = list(mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])(markdown))
    while left:
        token = left.pop()
        target = str(token.get("attrs", {}).get("url", ""))
        if "html" in token["type"] or token["type"] == "image" or not GOOD.match(unescape(target).strip()):
            found.append((token["type"], target or token.get("raw", "")))
        left += token.get("children") or []
    return found


def active_to_marko(markdown: str) -> list[tuple[str, str]]:
    """The same, as marko reads them."""
    marko = pytest.importorskip("marko", reason="pip install marko")
    found: list[tuple[str, str]] = []
    left = [marko.Markdown().parse(markdown)]
    while left:
        node = left.pop()
        kind, target = type(node).__name__, str(getattr(node, "dest", ""))
        if kind in {"HTMLBlock", "InlineHTML", "Image"} or not GOOD.match(unescape(target).strip()):
            found.append((kind, target))
        children = getattr(node, "children", ())
        left += children if isinstance(children, list | tuple) else ()
    return found


@times(10)
@given(HOSTILE)
def test_nothing_in_markdown_that_is_passed_on_is_active_to_two_other_readers(text: str) -> None:
    written = harmless(text)
    assert active_to_mistune(written) == []
    assert active_to_marko(written) == []


@times(5)
@example("_&NewLine;_")
@example("**&#32;bold** and *slanted&nbsp;*")
@given(HOSTILE)
def test_markdown_that_is_passed_on_is_read_as_it_was_meant(text: str) -> None:
    written = harmless(text)
    assert seen_in(html(harmless(written))) == seen_in(html(written))
    if "](#)" not in written:  # the page shows a link that runs something as it was typed
        assert seen_in(html(written)) == seen_in(html(text))


def seen_in(page: str) -> list[str]:
    """The words of a page, without the signs that a picture or a link of another sort is written with."""
    return re.findall(r"\w+", unescape(re.sub("<[^>]*>", " ", page)))


@pytest.mark.odd("LC996", "LC974", "LC975", "LC984")  # what people write here is no text for a calendar
@given(HOSTILE)
def test_whole_drafts_in_markdown_hold_nothing_active(text: str) -> None:
    said, long = (json.dumps(each.strip() or "x", ensure_ascii=False) for each in (" ".join(text.split()), text))
    event = event_of(
        f"title: A\nsubtitle: {said}\ndate: 2027-03-11\nsummary: {said}\ndescription: {long}\n"
        f"agenda: [{{title: {said}, minutes: 30, teaser: {said}, takeaways: [{said}], by: [{{name: {said}}}]}}]\n"
        f"news: [{{title: {said}, text: {said}}}]\naccess: {said}\n"
    )
    files = made(in_memory(GOLDEN, [event]), "agenda", "newsletter")
    for name, content in files.items():
        if name.endswith(".md"):
            assert active_to_mistune(content.decode()) == []
            assert active_to_marko(content.decode()) == []


def test_the_readers_see_what_is_active() -> None:
    """The judges themselves are tried: a test that finds nothing proves nothing."""
    for text in ("<b>x</b>", "![a](https://b.c)", "[a](javascript:b)", "[a](java&#115;cript:b)", "<img src=x>"):
        assert active_to_mistune(text) != []
        assert active_to_marko(text) != []
