"""Markdown: safe as HTML, readable as text; and plain text that Markdown shows as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

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
        ("[l](javascript:alert) [m](JavaScript:x) [n](https://example.org)", "[l](#) [m](#) [n](https://example.org)"),
        ("![b](https://example.org/pixel.png)", "[b](https://example.org/pixel.png)"),
        ("3 < 5 und a<3", "3 < 5 und a<3"),
    ],
)
def test_markdown_that_is_passed_on_can_do_no_harm_either(text: str, passed_on: str) -> None:
    assert harmless(text) == passed_on
