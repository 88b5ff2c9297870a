"""The rules about mails: what each one finds, and what looks alike and is right."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample import every_mail, sample

from labcamp.check.mail import check_mail
from labcamp.findings import Finding
from labcamp.model import Contact
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Mail
from labcamp.planning.mails import MAILS, state_of
from labcamp.texts import words_of

LINK = '<a href="https://example.org/anmelden">Zur Anmeldung</a>'
PREHEADER = "Anmelden könnt ihr euch bis Donnerstag, 4. März. Außerdem: was aus dem Atlas geworden ist."
SOUND = Mail(
    key="treff-12/invitation",
    subject="Treff #12 am 11. März: Messen",
    text="Treff\n\nhttps://example.org/anmelden\n",
    html=f'<html lang="de"><body><div lang="de">\n<h1>Treff</h1>\n<p>{LINK}</p></div></body></html>',
    sender=Contact(name="N. N.", email="treff@example.org"),
    to="liste@example.org",
    preheader=PREHEADER,
)
REQUEST = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//DE
METHOD:REQUEST
BEGIN:VEVENT
UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
DTSTAMP:20270301T090000Z
DTSTART:20270311T130000Z
DTEND:20270311T160000Z
SUMMARY:Treff
ORGANIZER:mailto:treff@example.org
ATTENDEE:mailto:ida@example.org
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")
INVITATION = Artefact("treff-12/invite.ics", REQUEST.encode())


def with_body(body: str, **parts: object) -> Mail:
    """The sound mail with something more in its page, from the first column of the third line on."""
    html = SOUND.html.replace(f"<p>{LINK}", f"{body}\n<p>{LINK}")
    return replace(SOUND, html=html, **parts)  # type: ignore[arg-type]  # each test gives its own


def codes(mail: Mail) -> list[str]:
    """The codes of what is wrong, in order of their places."""
    return [found.code for found in check_mail(mail)]


def on_page(code: str, column: int, **values: str) -> Finding:
    """A finding in the third line of the page."""
    return Finding("treff-12/invitation.html", 3, column, code, tuple(sorted(values.items())))


def in_header(code: str, **values: str) -> Finding:
    """A finding in what stands above the mail."""
    return Finding("treff-12/invitation.eml", 0, 0, code, tuple(sorted(values.items())))


def test_nothing_is_wrong_with_a_sound_mail() -> None:
    assert check_mail(SOUND) == ()
    assert check_mail(with_body("<h2>Programm</h2><p>[Impressum eintragen]</p>")) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<img src="cid:a" width="9">', on_page("LC503", 1, source="cid:a")),
        ('<p><a href=" ">Programm</a></p>', on_page("LC504", 4, text="Programm", url="")),
        ("<p><a>Programm</a></p>", on_page("LC504", 4, text="Programm", url="")),
        (
            '<p><a href="https://example.org/anmelden"> <img src="cid:a" alt=""></a></p>',
            on_page("LC504", 4, text="", url="https://example.org/anmelden"),
        ),
        ("<p>Hallo {{ name }},</p>", on_page("LC506", 10, words="{{ name }}")),
        ("<p>Hallo {name},</p>", on_page("LC506", 10, words="{name}")),
        ("<p>Ort: None</p>", on_page("LC506", 9, words="None")),
        ("<p>\nOrt: TBA</p>", replace(on_page("LC506", 6, words="TBA"), line=4)),
        ('<img src="//example.org/a.png" alt="A">', on_page("LC507", 1, source="//example.org/a.png")),
        ('<img src="a" width="1" height="1" alt="">', on_page("LC507", 1, source="a")),
        (
            '<table background="https://example.org/a.png"></table>',
            on_page("LC507", 1, source="https://example.org/a.png"),
        ),
        ("<style>@font-face {}</style>", on_page("LC507", 8, source="@font-face")),
        ("<!--[if mso]><v:fill src='https://a.example'/>-->", on_page("LC507", 1, source="https://a.example")),
        ('<link rel="stylesheet" href="a.css">', on_page("LC507", 1, source="a.css")),
        ("<form>Name</form>", on_page("LC509", 1, what="<form>")),
        ('<p onclick="a()">Name</p>', on_page("LC509", 1, what="onclick=")),
        ('<a href="java\tscript:a()">Name</a>', on_page("LC509", 1, what="java\ufffdscript:a()")),
        ('<meta http-equiv="Refresh" content="0">', on_page("LC509", 1, what="<meta http-equiv=refresh>")),
        ("<h3>Programm</h3>", on_page("LC924", 5, tags="h1, h3", text="Programm")),
        ("<h1>Programm</h1>", on_page("LC924", 5, tags="h1, h1", text="Programm")),
        ('<a href="https://example.org/anmelden">Hier!</a>', on_page("LC925", 1, text="Hier!")),
        ('<a href="https://example.org/anmelden">weiterlesen …</a>', on_page("LC925", 1, text="weiterlesen …")),
        ('<a href="https://example.org/anmelden">www.example.org</a>', on_page("LC925", 1, text="www.example.org")),
        ("<p>Wir bitten Sie, euch zu melden.</p>", on_page("LC926", 4, formal="Sie", informal="euch")),
        ("<p>Danke für Ihre Post. Seid ihr da?</p>", on_page("LC926", 4, formal="Ihre", informal="Seid ihr")),
        ("<p>Hallo {{ name,</p>", on_page("LC506", 10, words="{{")),
        ("<p>Hallo {% if a %}</p>", on_page("LC506", 10, words="{% if a %}")),
        ("<p>Kolleg:innen und Kolleg*innen</p>", on_page("LC927", 4, signs="*in, :in")),
        (f"<p>{'Wort ' * 91}</p>", on_page("LC928", 4, words="91", most="90")),
    ],
)
def test_a_page_has_this_wrong_with_it(body: str, found: Finding) -> None:
    assert check_mail(with_body(body)) == (found,)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="cid:a" alt="">',
        '<a name="programm"></a><a id="ort">Ort</a>',
        '<p><a href="https://example.org/anmelden"><img src="cid:a" alt="Zur Anmeldung"></a></p>',
        '<p><a href="https://example.org/anmelden" aria-label="Zur Anmeldung"></a></p>',
        "<p>None of us knows. [Ort eintragen] TODOS XXL {1} {A}</p>",
        "<style>p {{color: red}}</style>",
        '<img src="cid:a" width="1" height="1" alt=""><p style="background: url(cid:b)">Blau</p>',
        "<!--[if mso]><table width='600'><![endif]-->",
        "<p>on=1 javascript: script</p>",
        "<h2>Ort</h2><h3>Raum</h3><h2>Zeit</h2>",
        '<p>Fragen an <a href="mailto:treff@example.org">treff@example.org</a></p>',
        '<p><a href="https://example.org/anmelden">Hier geht es zur Anmeldung</a></p>',
        "<p>Sie kommt. Ihr seid dabei, und ihre Idee kommt dazu. Wir sehen euch.</p>",
        "<p>Zwei Labore zeigen ihre Antworten, und ihr bringt eine mit.</p>",
        "<p>Teilnehmer:innen, Kolleg:innen, Innenhof, https://example.org/a_in/</p>",
        f"<p>{'Wort ' * 90}</p>",
        f"<p>{'Wort ' * 60}</p><p>{'Wort ' * 60}</p>",
    ],
)
def test_a_page_that_looks_alike_is_right(body: str) -> None:
    assert check_mail(with_body(body, text=SOUND.text + "treff@example.org\n")) == ()


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("http://example.org/a", ["LC505"]),
        ("HTTP://example.org/a", ["LC505"]),
        ("https://example.org/a?utm_source=x", ["LC508"]),
        ("https://example.org/a?b=1&amp;FBCLID=x", ["LC508"]),
        ("https://example.org/a#mtm_campaign=x", ["LC508"]),
        ("https://example.org/a?quelle=mail&amp;utm=32", []),
        ("https://example.org/http:/utm_source", []),
    ],
)
def test_a_link_is_secure_and_tells_nobody_where_its_readers_come_from(address: str, found: list[str]) -> None:
    body = f'<p><a href="{address}">Der Bericht</a> und <a href="{address}">noch einmal</a></p>'
    assert codes(with_body(body, text=f"{SOUND.text}{address.replace('&amp;', '&')}\n")) == found


@pytest.mark.parametrize(
    ("href", "text", "found"),
    [
        ("https://example.org/a", "nichts", ["LC513"]),
        ("https://example.org/a", "Seht https://example.org/a.", []),
        ("https://example.org/a.", "Seht https://example.org/a.", []),
        ("https://example.org/a/", "(https://example.org/a)", []),
        ("https://example.org/k%C3%B6ln", "https://example.org/köln", []),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&b=2", []),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1", ["LC513"]),
        ("mailto:ab@example.org?subject=Ab", "Schreibt an ab@example.org.", []),
        ("mailto:ab@example.org?subject=Ab", "Schreibt uns.", ["LC513"]),
        ("#programm", "", []),
        ("tel:+4930123", "", []),
    ],
)
def test_the_text_leads_everywhere_that_the_page_leads(href: str, text: str, found: list[str]) -> None:
    body = f'<p><a href="{href}">Das Ziel</a></p>'
    assert codes(with_body(body, text=f"{SOUND.text}{text}\n")) == found


def test_a_link_that_the_text_lacks_is_told_once_and_where_it_stands() -> None:
    body = '<p><a href="https://example.org/a">A</a> <a href="https://example.org/a">B</a></p>'
    assert check_mail(with_body(body)) == (on_page("LC513", 4, url="https://example.org/a"),)


def test_an_empty_text_is_told_once_and_not_for_each_link() -> None:
    assert check_mail(replace(SOUND, text=" \n")) == (Finding("treff-12/invitation.txt", 0, 0, "LC512"),)


def test_what_was_left_over_in_the_text_alone_is_told_at_its_line() -> None:
    mail = replace(SOUND, text=f"{SOUND.text}\nOrt: FIXME\n")
    assert check_mail(mail) == (Finding("treff-12/invitation.txt", 5, 6, "LC506", (("words", "FIXME"),)),)


@pytest.mark.parametrize(
    ("to", "found"),
    [
        ("", []),
        ("liste@example.org", []),
        ('"Beispiel, Ida" <ida@example.org>', []),
        ('"a@example.org, b@example.org" <ida@example.org>', []),
        ("ida@example.org, ida@example.org", []),
        ("Ida <ida@example.org>, Max <max@example.org>", [in_header("LC514", count="2")]),
    ],
)
def test_nobody_sees_the_addresses_of_others(to: str, found: list[Finding]) -> None:
    assert list(check_mail(replace(SOUND, to=to))) == found


@pytest.mark.parametrize(
    ("parts", "header", "character"),
    [
        ({"subject": "Treff\nBcc: a@example.org"}, "Subject", "U+000A"),
        ({"subject": "Treff\u2028am 11. März"}, "Subject", "U+2028"),
        ({"to": "a@example.org\r"}, "To", "U+000D"),
        ({"sender": Contact.model_construct(name="N.\x00N.", email="a@example.org")}, "From", "U+0000"),
    ],
)
def test_a_header_has_one_line(parts: dict[str, object], header: str, character: str) -> None:
    mail = replace(SOUND, **parts)  # type: ignore[arg-type]  # each test gives its own
    assert check_mail(mail) == (in_header("LC516", header=header, character=character),)


def test_a_mail_and_its_calendar_say_the_same_method() -> None:
    other = replace(INVITATION, content=INVITATION.content.replace(b"METHOD:REQUEST\r\n", b"method:cancel\r\n"))
    none = Artefact("treff-12/a.txt", b"Treff\n")

    assert check_mail(replace(SOUND, method="REQUEST", attachment=INVITATION)) == ()
    assert check_mail(replace(SOUND, attachment=none)) == ()
    assert in_header("LC517", method="REQUEST", given="cancel") in check_mail(
        replace(SOUND, method="REQUEST", attachment=other)
    )
    assert check_mail(replace(SOUND, method="REQUEST")) == (in_header("LC517", method="REQUEST", given="–"),)


def test_what_is_wrong_with_the_attached_calendar_is_told_with_its_name_and_advice_about_it_is_not() -> None:
    wrong = INVITATION.content.replace(b"UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915\r\n", b"")
    found = check_mail(replace(SOUND, method="REQUEST", attachment=replace(INVITATION, content=wrong)))
    assert [(each.path, each.code) for each in found] == [("treff-12/invite.ics", "LC620")]

    advised = INVITATION.content.replace(b"UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915", b"UID:1@example.org")
    assert check_mail(replace(SOUND, method="REQUEST", attachment=replace(INVITATION, content=advised))) == ()


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("x" * 60, []),
        ("x" * 61, [("LC920", {"key": "", "length": "61", "most": "60"})]),
        (f"Entwurf: {'x' * 60}", []),
        ("JETZT anmelden", [("LC929", {"what": "JETZT"})]),
        ("ABGESAGT: Treff mit NExT und HTML5 im CityLAB", []),
        ("Re: Treff", [("LC929", {"what": "Re:"})]),
        ("Aw: Treff", [("LC929", {"what": "Aw:"})]),
        ("Retreat: Treff", []),
        ("Treff 🎉", []),
        ("Treff 🎉🎈", [("LC929", {"what": "🎉🎈"})]),
        ("Treff 👩‍💻", []),
    ],
)
def test_a_subject_is_short_and_does_not_shout(subject: str, found: list[tuple[str, dict[str, str]]]) -> None:
    assert check_mail(replace(SOUND, subject=subject)) == tuple(in_header(code, **values) for code, values in found)


@pytest.mark.parametrize(("length", "found"), [(0, ["LC922"]), (79, ["LC922"]), (80, []), (110, []), (111, ["LC922"])])
def test_a_preheader_fills_the_line_of_an_inbox(length: int, found: list[str]) -> None:
    assert codes(replace(SOUND, preheader="x" * length)) == found


def test_a_preheader_may_stand_in_the_page_alone_and_its_key_is_named_for_a_newsletter() -> None:
    hidden = f'<div style="display: none">{PREHEADER}</div>'
    assert check_mail(with_body(hidden, preheader="")) == ()

    short = with_body('<div style="display:none">Kurz</div>', preheader="", key="treff-12/newsletter")
    values = (("key", "preheader:"), ("least", "80"), ("length", "4"), ("most", "110"))
    assert check_mail(short) == (Finding("treff-12/newsletter.html", 3, 1, "LC922", values),)


def test_a_preheader_does_not_repeat_the_subject() -> None:
    mail = replace(SOUND, subject="Bis Donnerstag, 4. März", preheader=f"{PREHEADER}")
    assert codes(mail) == ["LC923"]
    assert codes(replace(mail, subject="")) == []


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<html><div lang="de"><h1>A</h1></div></html>', [("LC502", 1, 1, "<html>")]),
        ('<html lang=""><div lang="de"><h1>A</h1></div></html>', [("LC502", 1, 1, "<html>")]),
        ('<html lang="de"><body><div><h1>A</h1></div></html>', [("LC502", 1, 23, "<div>")]),
        ('<html lang="de"><body><div><p lang="de"><h1>A</h1></div></html>', []),
        ("", [("LC502", 1, 1, "<html>")]),
    ],
)
def test_a_page_and_what_is_in_it_say_their_language(html: str, found: list[tuple[str, int, int, str]]) -> None:
    expected = tuple(
        Finding("treff-12/invitation.html", line, column, code, (("tag", tag),)) for code, line, column, tag in found
    )
    assert check_mail(replace(SOUND, html=html)) == expected


def test_only_a_german_mail_is_asked_for_one_address() -> None:
    body = "<p>Wir bitten Sie, euch zu melden.</p>"
    assert codes(with_body(body, language="de-AT")) == ["LC926"]
    assert codes(with_body(body, language="en")) == []


def test_a_page_without_headings_lacks_the_first() -> None:
    html = SOUND.html.replace("h1", "p")
    expected = Finding("treff-12/invitation.html", 0, 0, "LC924", (("tags", ""), ("text", "")))
    assert check_mail(replace(SOUND, html=html)) == (expected,)


def test_findings_come_in_the_order_of_their_places() -> None:
    mail = with_body('<img src="cid:a"><img src="//a"><p>TODO</p>', text="", subject="x" * 61)
    assert check_mail(mail) == tuple(sorted(check_mail(mail)))
    assert sorted(codes(mail)) == ["LC503", "LC503", "LC506", "LC507", "LC512", "LC920"]


def test_no_mail_that_labcamp_makes_has_an_error() -> None:
    workspace = sample()
    states = {event.id: state_of(event, workspace.today) for event in workspace.events}
    due = [mail for mail in every_mail(workspace).values() if states[mail.key.split("/")[0]] in MAILS[mail.kind].states]
    assert len(due) > len(workspace.events) * 3
    assert [found for mail in due for found in check_mail(mail) if not found.advice] == []


PIECES = st.sampled_from(
    (
        "<", ">", "</", "<!", "<![", "<!--", "-->", "<?", "&", "&#", "&amp", '"', "'", "=", "{{", "None", "\n", "\x00",
        "<a href=", "<a>", "</a>", "<img src=//", "<h1>", "<h4>", "<p style='url(//", "<div style=display:none>",
        "<html", "<script>", "</script>", "<style>", "<title>", "mailto:", "https://", "@", "Sie ", "euch ", ":innen",
        "*innen",
    )
)  # fmt: skip
ANYTHING = st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join)


@given(html=ANYTHING, text=ANYTHING, subject=ANYTHING, to=ANYTHING, preheader=ANYTHING)
def test_anything_gives_findings_and_never_an_exception(
    html: str, text: str, subject: str, to: str, preheader: str
) -> None:
    attachment = Artefact("a.ics", text.encode("utf-8", "replace"))
    mail = Mail("a/b", subject, text, html, Contact(), to, attachment, method="REQUEST", preheader=preheader)

    findings = check_mail(mail)

    assert list(findings) == sorted(findings)
    assert all(words.isprintable() for found in findings for words in words_of(found, "de"))


@pytest.mark.parametrize(
    "piece",
    ["a", "a@", "https://", "!", "<a>", "<a href=x>", "<p>Sie euch ", "{{", '"', "<img>", ":innen", "\n", "Ihr "],
)
def test_a_long_mail_of_one_thing_is_read_in_a_moment(piece: str) -> None:
    long = piece * (60_000 // len(piece))
    begun = perf_counter()
    check_mail(replace(SOUND, html=long, text=f"https://a{long}", to=piece * 100))
    assert perf_counter() - begun < 5
