"""A year of a series, day by day, as its team types it: one meeting online, one on site, one hybrid over two days.

The second is cancelled, the third is moved. Every file that they get on the way is looked at as a person would.
"""

import csv
import datetime as dt
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import icalendar
import pytest
from conftest import Labcamp
from mail_reading import Read, in_python
from openpyxl import Workbook
from pdf_judge import pages_of
from site_reading import Read as Page
from site_reading import dead
from site_reading import pages_of as pages_of_site

from labcamp.cli import COMMANDS

Team = Callable[..., str]
NO_DAY = ("check-ics", "explain", "help", "schema", "templates", "undo")
NAMES = [f"{given} {family}" for given in ("Ada", "Ben", "Cem", "Dora") for family in ("Muster", "Probe", "Test")]
LABS = ("Labor Nord", "Stadtlabor", "Hafenlabor")
ORGANISATIONS = """\
labor-nord: {name: Labor Nord, place: Bremen, country: DE, region: DE-HB}
stadtlabor: {name: Stadtlabor, place: Hannover, country: DE, region: DE-NI}
hafenlabor: {name: Hafenlabor, place: Hamburg, country: DE, region: DE-HH}
"""
ABOUT_THE_SERIES = """\
contact: {name: Nora Beispiel, email: runde@example.org}
public: https://lernrunde.example.org
imprint: https://lernrunde.example.org/impressum
privacy: https://lernrunde.example.org/datenschutz
newsletter: {address: liste@example.org, unsubscribe: "mailto:liste@example.org?subject=ab"}
regions: [DE-HB]
rules: {example-left: Wir heißen wirklich so., no-news: Meldungen stehen im Slack.}
"""
FIRST = """
topics: [wissen]
access: Untertitel während des Treffens
moderation: [{name: Mona Muster, organisation: labor-nord}]
summary: Was bleibt, wenn ein Projekt endet? Zwei Labore berichten, danach seid ihr dran.
registration: {url: https://anmelden.example.org/1, until: 2027-05-13, seats: 40, price: kostenfrei}
agenda:
  - {title: Ankommen, type: welcome, minutes: 15}
  - {title: Übergeben, ohne zu vergessen, type: input, minutes: 60, by: {name: Berta Probe, organisation: stadtlabor}}
  - {title: Pause, type: break, minutes: 15}
  - {title: Austausch in kleinen Runden, type: networking, minutes: 80, cue: Räume öffnen}
  - {title: Ausblick, type: closing, minutes: 15}
"""
SECOND = """
topics: [mitreden]
access: Stufenloser Zugang
summary: Wie reden Menschen mit, die kein Formular ausfüllen möchten?
registration: {url: https://anmelden.example.org/2, until: 2027-09-09}
agenda:
  - {id: ankommen, title: Ankommen, type: welcome, minutes: 30}
  - {id: probieren, title: Drei Wege zum Ausprobieren, type: workshop, minutes: 330}
"""
THIRD = """
topics: [wissen, mitreden]
access: Stufenloser Zugang, Untertitel im Saal und online
moderation: [{name: Mona Muster, organisation: labor-nord}]
summary: Zwei Tage darüber, wie Wissen bleibt und Menschen mitreden.
registration: {url: https://anmelden.example.org/3, until: 2027-11-04}
agenda:
  - {id: ankommen, title: Ankommen, type: welcome, minutes: 30}
  - {id: karten, title: Ein Jahr mit den Karten, type: input, minutes: 150, topics: [wissen], by: [{name: Berta Probe, organisation: stadtlabor}]}
  - {id: tische, title: Thementische, type: networking, minutes: 180, tables: [Karten, Gespräche], room: Galerie}
  - {id: morgen, title: Guten Morgen, type: welcome, minutes: 30, day: 2}
  - {id: mitreden, title: Mitreden ohne Formular, type: workshop, minutes: 300, day: 2, topics: [mitreden], by: [{name: Cem Probe, organisation: hafenlabor}]}
  - {id: abschied, title: Abschied, type: closing, minutes: 30, day: 2}
"""  # noqa: E501  # as people type it
PRIVATE = """\
join: {url: https://video.example.org/geheim, passcode: "0815"}
contacts: [{role: Technik, name: Tom Test, phone: "+49 30 1234567"}]
way: Vom Bahnhof zehn Minuten zu Fuß.
groups: {rounds: 2, size: 3-4}
"""


def test_a_year(team: Team) -> None:
    a_series_begins(team)
    the_first_day_is_found_and_announced(team)
    the_first_invitation_goes_out(team)
    the_website_goes_online(team)
    the_newsletter_goes_out(team)
    people_register_and_are_told_how_to_get_in(team)
    the_first_meeting_takes_place(team)
    what_was_said_is_kept(team)
    the_next_host_takes_over(team)
    people_of_the_first_meeting_are_forgotten(team)
    the_second_meeting_is_called_off(team)
    the_third_meeting_is_announced_and_moved(team)
    rooms_and_screens_are_prepared(team)
    the_third_meeting_takes_place(team)
    the_year_becomes_a_paper(team)
    the_year_is_over(team)


# The team and what it looks at


@pytest.fixture
def team(tmp_path: Path, labcamp: Labcamp, monkeypatch: pytest.MonkeyPatch) -> Team:
    """What labcamp says when something is typed on a day; that it went well, or that these findings are told.

    Time runs forwards. Every Monday somebody asks how the series stands.
    """
    monkeypatch.setenv("LABCAMP_LANG", "de")
    monkeypatch.setenv("LABCAMP_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    days = [dt.date(2027, 1, 11)]

    def type_in(day: str, *words: str, codes: str = "", code: int = 0) -> str:
        today = dt.date.fromisoformat(day)
        assert today >= days[-1], "time runs forwards"
        for monday in mondays(days[-1], today):
            look_at_the_whole(labcamp("--today", monday.isoformat()).out)
        days.append(today)
        result = labcamp(*words, *(() if words[0] in NO_DAY else ("--today", day)))
        assert (result.code, " ".join(re.findall(r"LC\d{3}", result.err))) == (code, codes), result
        return result.out

    return type_in


def mondays(after: dt.date, until: dt.date) -> Iterator[dt.date]:
    """All Mondays after a day, up to another."""
    every = (after + dt.timedelta(days=number) for number in range(1, (until - after).days + 1))
    return (day for day in every if day.weekday() == 0)


def look_at_the_whole(told: str) -> None:
    """It is our series, nothing is wrong in its files, and what it says is to be typed can be typed."""
    assert told.startswith("Lernrunde\n\nDas nächste ")
    assert "keine Fehler; mehr sagt „labcamp check“" in told
    assert {*re.findall(r"labcamp ([a-z]+(?:-[a-z]+)*)", told)} <= {*COMMANDS}


def write(path: str, text: str) -> None:
    """Save a file in an editor."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")


def change(path: str, before: str, after: str) -> None:
    """Change something in a file, which stands there once."""
    text = read(path)
    assert text.count(before) == 1, text
    write(path, text.replace(before, after))


def add(path: str, text: str) -> None:
    """Write on at the end of a file."""
    write(path, read(path) + text)


def read(path: str | Path) -> str:
    """A text file."""
    return Path(path).read_text("utf-8")


def words_of(path: str | Path) -> str:
    """A text file, without its line ends."""
    return " ".join(read(path).split())


def mail(path: str | Path) -> Read:
    """A mail as a mail program opens it."""
    return in_python(Path(path).read_bytes())


def page(path: str | Path) -> str:
    """What is read on a page."""
    return Page(read(path)).text


def printed(path: str | Path) -> str:
    """What is read on paper."""
    return " ".join(" ".join(pages_of(Path(path).read_bytes())).split())


def typed(path: str | Path) -> str:
    """What is read in Word."""
    return " ".join(each.text for each in docx.Document(str(path)).paragraphs)


def dates(path: str | Path) -> list[str]:
    """The entries of a calendar file: begin, title, and how they stand."""
    entries = icalendar.Calendar.from_ical(Path(path).read_bytes()).walk("VEVENT")
    return sorted(f"{each.decoded('dtstart'):%Y-%m-%d %H:%M} {each['summary']}, {each['status']}" for each in entries)


def files(folder: str) -> list[str]:
    """The names of all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def write_list(path: str, where: bool = False) -> None:
    """The people who have registered, as a service gives them in Excel or CSV; the last one is waiting for a seat."""
    rows = [["Name", "E-Mail", "Organisation", "Status", *(["Teilnahmeform"] if where else [])]]
    for number, name in enumerate(NAMES):
        seat = "Warteliste" if number == len(NAMES) - 1 else "bestätigt"
        way = ["online" if number % 3 == 0 else "vor Ort"] if where else []
        rows.append([name, f"{name.lower().replace(' ', '.')}@example.org", LABS[number % 3], seat, *way])
    if path.endswith(".csv"):
        write(path, "".join(f"{';'.join(row)}\n" for row in rows))
        return
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)


# January


def a_series_begins(team: Team) -> None:
    assert "labcamp init" in team("2027-01-11", "help", "jahr")
    told = team(
        "2027-01-11", "init", "lernrunde", "--title", "Lernrunde", "--domain", "example.org",
        "--organiser", "Labor Nord", "--mail", "runde@example.org",
    )  # fmt: skip
    assert told.splitlines()[-1] == "Seht euch die Dateien in lernrunde/events an, dann: labcamp build --root lernrunde"
    os.chdir("lernrunde")
    write("events/organisations.yaml", ORGANISATIONS)
    change("events/series.yaml", "contact: runde@example.org\n", ABOUT_THE_SERIES)
    write("events/avoid.yaml", "- {date: 2027-05-26, title: Kongress der Verwaltungen}\n")
    write(
        "events/topics.yaml", "wissen: {name: Wissen weitergeben, synonyms: [Übergabe]}\nmitreden: {name: Mitreden}\n"
    )
    # Nobody has named the two other labs yet, nor the topics.
    team("2027-01-11", "check", codes="LC909 LC909 LC850 LC850")
    assert read(".gitignore") == "out/\nprivate/\n"


def the_first_day_is_found_and_announced(team: Team) -> None:
    told = team("2027-01-12", "dates", "--between", "2027-05-18/2027-05-31", "--weekday", "Di-Do", "--top", "2")
    assert "  19.–20.05.  Mi bis Do  gut " in told
    assert "nicht: 18.05. Ferien in Bremen, 26.05. Kongress der Verwaltungen" in told
    Path("events/lernrunde-1.yaml").unlink()  # the example
    new = ("--theme", "Was Labore weitergeben", "--date", "2027-05-20", "--time", "14:00-17:00", "--place", "online")
    told = team("2027-01-12", "new-event", "--number", "1", *new, "--host", "labor-nord")
    assert told.splitlines()[-1] == "Füllt events/lernrunde-1.yaml weiter aus, dann: labcamp check"
    assert "Als Nächstes: Termin fest zusagen" in team("2027-01-15", "done", "1", "date-checked")
    change("events/lernrunde-1.yaml", "status: draft", "status: confirmed")
    assert team("2027-01-19", "announce", "1").splitlines()[1:] == [
        "Lernrunde #1: Was Labore weitergeben",
        "  Do 20.05.2027, 14:00–17:00, online, bestätigt",
        "Jetzt fällig:",
        "  das Kalender-Abo, neu im Netz: labcamp export-ics",
        "Als Nächstes, am Do 28.01.2027: labcamp render-mail save-the-date 1",
    ]
    team("2027-01-19", "export-ics")
    assert dates("out/lernrunde.ics") == ["2027-05-20 14:00 Lernrunde #1: Was Labore weitergeben, CONFIRMED"]
    team("2027-01-28", "render-mail", "save-the-date", "1")
    letter = mail("out/lernrunde-1/save-the-date.eml")
    assert (letter.subject, letter.to) == ("Bitte vormerken: Lernrunde #1 am 20. Mai", [["", "liste@example.org"]])
    assert "der Termin steht: Wir treffen uns am Donnerstag, 20. Mai 2027." in " ".join(letter.text.split())
    team("2027-01-28", "draft", "save-the-date", "1", "--mbox")
    assert re.findall("^Subject: .*", read("out/lernrunde-1/save-the-date.mbox"), re.MULTILINE) == [
        "Subject: Bitte vormerken: Lernrunde #1 am 20. Mai"
    ]
    assert "Termin zum Vormerken save-the-date         Do 28.01.2027            Verteiler" in team(
        "2027-01-28", "mails", "1"
    )
    team("2027-01-28", "done", "1", "save-the-date")


# March and April


def the_first_invitation_goes_out(team: Team) -> None:
    assert "□ Do 25.  Einladung verschicken [invitation]" in team("2027-03-22", "todo", "1")
    add("events/lernrunde-1.yaml", FIRST)
    team("2027-03-22", "check", codes="LC122", code=1)
    assert "Setzt den ganzen Text in Anführungszeichen." in " ".join(team("2027-03-22", "explain", "LC122").split())
    change("events/lernrunde-1.yaml", "Übergeben, ohne zu vergessen", '"Übergeben, ohne zu vergessen"')
    team("2027-03-22", "check", codes="LC906 LC855 LC304 LC909 LC850", code=1)  # five minutes too many
    change("events/lernrunde-1.yaml", "minutes: 80", "minutes: 75")
    assert "erneuert     events/lernrunde-1.yaml" in team("2027-03-22", "check", "--fix", codes="LC906 LC909 LC850")
    assert '{id: uebergeben-ohne-zu-vergessen, title: "Übergeben, ohne zu vergessen"' in read("events/lernrunde-1.yaml")
    assert "  neu: Anmeldeschluss Do 13.05.2027" in team("2027-03-22", "diff", "1").splitlines()
    assert "14:15–15:15 Übergeben, ohne zu vergessen (Berta Probe, Stadtlabor)" in team(
        "2027-03-22", "show", "1", codes="LC906"
    )
    team("2027-03-25", "render-invitation", "1")
    letter = mail("out/lernrunde-1/invitation.eml")
    assert letter.subject == "Einladung: Lernrunde #1 am 20. Mai"
    assert "15:30  Austausch in kleinen Runden" in letter.text
    assert "Räume öffnen" not in letter.text + letter.html
    team("2027-03-25", "render-post", "slack", "1")
    assert "https://anmelden.example.org/1" in read("out/lernrunde-1/post-slack.txt")
    team("2027-03-25", "done", "1", "invitation", "channels-told", "video-room-ready")
    assert "Zurückgenommen: labcamp done." in team("2027-03-25", "undo")  # the room is not ready yet
    team("2027-03-25", "done", "1", "invitation", "channels-told")
    assert "  die Änderung an alle: " not in team("2027-03-26", "announce", "1")
    assert team("2027-03-26", "diff", "1") == "Alles ist so, wie es angekündigt war.\n"


def the_website_goes_online(team: Team) -> None:
    told = team("2027-03-30", "render-site")
    assert told.splitlines()[-1] == "Ins Netz gehört der ganze Ordner out/site/"
    home = page("out/site/index.html")
    assert "20 Mai 2027 Donnerstag Das nächste Treffen, Lernrunde #1 Was Labore weitergeben" in home
    letter = mail("out/lernrunde-1/invitation.eml")
    (way,) = set(re.findall(r"https://lernrunde\.example\.org/(\S+\.ics)", letter.text))
    assert dates(f"out/site/{way}") == ["2027-05-20 14:00 Lernrunde #1: Was Labore weitergeben, CONFIRMED"]
    assert no_link_is_dead()
    assert "neue Adressen:" in team("2027-03-30", "announce", "--site")


def no_link_is_dead() -> bool:
    """Whether every link of the website leads to something that is there."""
    made = {name: Path("out/site", name).read_bytes() for name in files("out/site")}
    pages = pages_of_site(made)
    return list(dead(made, pages)) == []


def the_newsletter_goes_out(team: Team) -> None:
    team("2027-04-08", "render-newsletter", "1")
    letter = mail("out/lernrunde-1/newsletter.eml")
    assert (letter.subject, letter.list_id) == ("Lernrunde #1 am 20. Mai: Was Labore weitergeben", "")
    team("2027-04-08", "render-newsletter", "1", "--for", "paste")
    assert "{{unsubscribe}}" in read("out/lernrunde-1/newsletter-brevo.html").replace(" ", "")
    team("2027-04-08", "done", "1", "newsletter")
    team("2027-05-05", "render-mail", "deadline-reminder", "1")
    assert "Donnerstag, 13. Mai" in mail("out/lernrunde-1/deadline-reminder.eml").text
    team("2027-05-05", "done", "1", "deadline-reminder")


# May: the first meeting


def people_register_and_are_told_how_to_get_in(team: Team) -> None:
    assert "Anmeldungen ansehen" in team("2027-05-14", "todo", "1")
    write_list("private/lernrunde-1.csv")
    write("private/lernrunde-1.yaml", PRIVATE)
    told = team("2027-05-14", "people", "1")
    assert ("Platz        bestätigt  11\n" in told, "Platz        Warteliste 1\n" in told) == (True, True)
    team("2027-05-14", "render-mail", "confirmation", "1", "--to", "--limit", "1")
    team("2027-05-14", "render-mail", "practical-information", "1", "--to")
    letters = files("private/out/lernrunde-1/practical-information")
    assert (len(letters), letters[0]) == (11, "ada.muster@example.org.eml")
    letter = mail(f"private/out/lernrunde-1/practical-information/{letters[0]}")
    assert letter.to == [["Ada Muster", "ada.muster@example.org"]]
    assert letter.text.startswith("Hallo Ada Muster,")
    assert ("https://video.example.org/geheim" in letter.text, "Kenncode: 0815" in letter.text) == (True, True)
    team("2027-05-14", "draft", "practical-information", "1", "--to", "--maildir")
    team("2027-05-14", "export-ics", "1", "--participants")
    assert dates("private/out/lernrunde-1/participants.ics") == dates("out/site/lernrunde-1/lernrunde-1.ics")
    team("2027-05-14", "done", "1", "practical-information", "registrations-read", "video-room-ready")
    assert "0815" not in "".join(
        read(f"out/{name}") for name in files("out") if name.endswith((".html", ".txt", ".ics"))
    )


def the_first_meeting_takes_place(team: Team) -> None:
    told = team("2027-05-17", "groups", "1")
    assert "11 Personen, Dreier- und Vierergruppen: sicher " in told
    team("2027-05-18", "render-mail", "reminder", "1", "--to")
    team("2027-05-18", "done", "1", "reminder", "groups-planned")
    team("2027-05-19", "render-print", "run-sheet", "1")
    sheet = printed("private/out/lernrunde-1/run-sheet.pdf")
    assert ("Räume öffnen" in sheet, "+49 30 1234567" in sheet) == (True, True)
    team("2027-05-19", "render-agenda", "1")
    handout = printed("out/lernrunde-1/agenda.pdf")
    assert ("Berta Probe" in handout, "Räume öffnen" in handout) == (True, False)
    assert "Do 20.05.2027 · heute · bestätigt" in team("2027-05-20", "--lang", "de")
    add("private/lernrunde-1.csv", "Gerd Neu;gerd.neu@example.org;Hafenlabor;bestätigt\n")
    assert "Gerd Neu" in team("2027-05-20", "groups", "1", "--late", "Gerd Neu")
    team("2027-05-20", "groups", "1", "--absent", "Ben Probe", "--after", "1")
    assert "Ben Probe" not in read("private/out/lernrunde-1/groups/zoom-round-2.csv")
    team("2027-05-21", "groups", "1", "--ran", "1")


def what_was_said_is_kept(team: Team) -> None:
    assert "Dank                 thanks                Mo 24.05.2027" in team("2027-05-24", "mails", "1")
    change("events/lernrunde-1.yaml", "minutes: 60, by:", "minutes: 60, takeaways: [Karten werden gelesen.], by:")
    add(
        "events/lernrunde-1.yaml",
        "agreed: [{text: Eine Vorlage für Karten zeigen, who: stadtlabor, until: 2027-06-30}]\n",
    )
    add("events/lernrunde-1.yaml", "lessons: Die Pause war zu kurz.\n")
    add("events/lernrunde-1.yaml", "links: [{title: Fragebogen, url: https://fragen.example.org/1, type: feedback}]\n")
    team("2027-05-24", "render-mail", "thanks", "1")
    thanks = mail("out/lernrunde-1/thanks.eml").text
    assert ("https://fragen.example.org/1" in thanks, "zu kurz" in thanks) == (True, False)
    team("2027-06-03", "render-mail", "documentation", "1")
    documentation = " ".join(mail("out/lernrunde-1/documentation.eml").text.split())
    assert "Karten werden gelesen." in documentation
    assert "Eine Vorlage für Karten zeigen. Das übernimmt Stadtlabor bis Mittwoch, 30. Juni 2027." in documentation
    assert "https://fragen.example.org/1" not in documentation
    team("2027-06-03", "done", "1", "thanks", "documentation", "archive-filled", "lessons-noted")
    team("2027-06-30", "done", "1", "agreed-1", "--result", "Die Vorlage ist da.")


# Summer: the next host, and what has to go


def the_next_host_takes_over(team: Team) -> None:
    new = (
        "--theme",
        "Mitreden ohne Papier",
        "--date",
        "2027-09-23",
        "--time",
        "10:00-16:00",
        "--place",
        "Altes Rathaus",
    )
    team("2027-07-01", "new-event", *new, "--host", "stadtlabor", "--status", "confirmed", "--yes")
    change("events/lernrunde-2.yaml", "Altes Rathaus", "{name: Altes Rathaus, street: Am Markt 1, city: Hannover}")
    add("events/lernrunde-2.yaml", SECOND)
    team("2027-07-01", "handover", "2", "--to", "stadtlabor")
    folder = "private/out/lernrunde-2/handover-stadtlabor"
    assert "Die Pause war zu kurz." in page(f"{folder}/handover.html")
    with Path(folder, "tasks.csv").open(encoding="utf-8-sig", newline="") as table:
        tasks = list(csv.reader(table, delimiter=";"))
    assert "Raum buchen und ansehen: Stufen, Toiletten, Ton, Licht" in {cell for row in tasks for cell in row}, tasks
    assert "Anmeldeschluss Do 09.09.2027" in team("2027-07-05", "announce", "2")
    team("2027-07-29", "build", "2", "--no-pdf")
    invitation = " ".join(mail("out/lernrunde-2/invitation.eml").text.split())
    assert "Eine Vorlage für Karten zeigen: Die Vorlage ist da." in invitation
    assert "Altes Rathaus, Am Markt 1, Hannover" in invitation
    team("2027-07-29", "done", "2", "save-the-date", "invitation")


def people_of_the_first_meeting_are_forgotten(team: Team) -> None:
    assert "labcamp forget 1" in team("2027-08-18", "todo", "1")
    told = team("2027-08-18", "forget", "1", "--yes")
    assert "Angemeldet waren: 12; Organisationen: 3." in told
    assert [name for name in files("private") if "lernrunde-1" in name] == []
    every = [
        *map(str, Path().rglob("*")),
        *(path.read_bytes().decode("latin-1") for path in Path().rglob("*.*") if path.is_file()),
    ]
    assert not any(re.search("ada.{0,3}muster|gerd.{0,3}neu", text, re.IGNORECASE) for text in every)
    assert "attendance: {people: 12, labs: 3}" in read("events/lernrunde-1.yaml")
    team("2027-08-18", "done", "1", "people-forgotten")


# September: the second meeting


def the_second_meeting_is_called_off(team: Team) -> None:
    write_list("private/lernrunde-2.csv")
    team("2027-09-14", "cancel", "2", "--reason", "Im Rathaus steht das Wasser.", "--yes")
    assert "  Stand bestätigt → abgesagt" in team("2027-09-14", "announce", "2").splitlines()
    team("2027-09-14", "render-mail", "cancellation", "2")
    letter = mail("out/lernrunde-2/cancellation.eml")
    assert letter.subject == "Abgesagt: Lernrunde #2 am 23. September"
    assert letter.text.startswith("*** Dieses Treffen ist abgesagt. Im Rathaus steht das Wasser. ***")
    team("2027-09-14", "export-ics", "2", "--cancel", "ada.muster@example.org")
    entry = "2027-09-23 10:00 ABGESAGT: Lernrunde #2: Mitreden ohne Papier, CANCELLED"
    assert dates("private/out/lernrunde-2/cancel-ada.muster@example.org.ics") == [entry]
    team("2027-09-14", "export-ics")
    assert dates("out/lernrunde.ics")[1:] == [entry]
    team("2027-09-14", "render-site")
    assert "Im Rathaus steht das Wasser." in page("out/site/lernrunde-2/index.html")
    team("2027-09-14", "done", "2", "cancellation", "cancellation-recorded", "everybody-told")
    team("2027-09-28", "forget", "2", "--yes")
    assert [name for name in files("private") if "lernrunde-2" in name] == []


# October and November: the third meeting


def the_third_meeting_is_announced_and_moved(team: Team) -> None:
    new = (
        "--theme",
        "Übergeben lernen",
        "--date",
        "2027-11-18/2027-11-19",
        "--time",
        "10:00-16:00",
        "--place",
        "Speicher",
    )
    team("2027-09-28", "new-event", "--number", "3", *new, "--host", "hafenlabor", "--status", "confirmed")
    change(
        "events/lernrunde-3.yaml",
        "place: Speicher",
        "place: {name: Speicher, street: Am Kai 1, city: Hamburg, online: ja}",
    )
    add("events/lernrunde-3.yaml", THIRD)
    team("2027-09-28", "announce", "3")
    team("2027-09-28", "render-invitation", "3")
    team("2027-09-28", "done", "3", "invitation")
    told = team("2027-10-05", "reschedule", "3", "--date", "2027-11-25", "--yes")
    assert "  Tag Do 18.11.2027–19.11.2027 → Do 25.11.2027–26.11.2027" in told.splitlines()
    assert "  Anmeldeschluss zieht mit: 04.11.2027 → 11.11.2027" in told.splitlines()
    assert "  die Änderung an alle: labcamp render-mail change-notice lernrunde-3" in team(
        "2027-10-05", "announce", "3"
    )
    team("2027-10-05", "render-mail", "change-notice", "3")
    letter = mail("out/lernrunde-3/change-notice.eml")
    assert "Neuer Termin: Donnerstag, 25. November, bis Freitag, 26. November 2027" in " ".join(letter.text.split())
    team("2027-10-05", "export-ics", "3")
    assert dates("out/lernrunde-3/lernrunde-3.ics") == [
        "2027-11-25 10:00 Lernrunde #3: Übergeben lernen (Tag 1 von 2), CONFIRMED",
        "2027-11-26 10:00 Lernrunde #3: Übergeben lernen (Tag 2 von 2), CONFIRMED",
    ]
    team("2027-10-05", "check-ics", "out/lernrunde-3/lernrunde-3.ics", codes="LC967")  # two entries, one a day
    team("2027-10-05", "export-ics", "--person", "Berta Probe")
    assert [each[:16] for each in dates("out/lernrunde-3/sessions-berta-probe.ics")] == ["2027-11-25 10:30"]


def rooms_and_screens_are_prepared(team: Team) -> None:
    write_list("private/lernrunde-3.xlsx", where=True)
    write("private/lernrunde-3.yaml", f"{PRIVATE}delete_after: 2027-12-17\n")
    told = team("2027-11-11", "people", "3")
    assert ("Teilnahme    vor Ort    7\n" in told, "Teilnahme    online     4\n" in told) == (True, True)
    team("2027-11-11", "render-mail", "practical-information", "3")
    letter = mail("private/out/lernrunde-3/practical-information.eml")
    assert ("Vom Bahnhof zehn Minuten zu Fuß." in letter.text, "Kenncode: 0815" in letter.text) == (True, True)
    team("2027-11-11", "done", "3", "practical-information")
    told = team("2027-11-19", "groups", "3", "--priority", "new")
    assert ("\nVor Ort: 7 Personen" in told, "\nOnline: 4 Personen" in told) == (True, True)
    team("2027-11-22", "render-print", "badges", "3", "--groups")
    badges = printed("private/out/lernrunde-3/badges.pdf")
    assert ("Ada Probe" in badges, "Ada Muster" in badges) == (True, False)  # she joins online
    team("2027-11-22", "render-print", "attendance-list", "3")
    assert "Ada Probe" in printed("private/out/lernrunde-3/attendance-list.pdf")
    team("2027-11-22", "render-print", "table-cards", "3")
    assert "Gespräche" in printed("out/lernrunde-3/table-cards.pdf")
    team("2027-11-22", "render-print", "signs", "3")
    assert "Galerie" in printed("out/lernrunde-3/signs.pdf")
    team("2027-11-23", "done", "3", "groups-planned", "printed", "reminder")


def the_third_meeting_takes_place(team: Team) -> None:
    assert "Tag 2 von 2" not in team("2027-11-25", "show", "next")
    change("events/lernrunde-3.yaml", "minutes: 150,", "minutes: 150, takeaways: [Jede Karte braucht einen Menschen.],")
    change("events/lernrunde-3.yaml", "minutes: 300,", 'minutes: 300, takeaways: ["Wer malt, redet mit."],')
    add("events/lernrunde-3.yaml", "attendance: {people: 10, labs: 3}\n")
    add("events/lernrunde-3.yaml", "links: [{title: Protokoll, url: https://ablage.example.org/3, type: report}]\n")
    team("2027-11-29", "render-mail", "thanks", "3")
    team("2027-12-10", "render-mail", "documentation", "3")
    documentation = mail("out/lernrunde-3/documentation.eml").text
    assert ("Wer malt, redet mit." in documentation, "https://ablage.example.org/3" in documentation) == (True, True)
    team("2027-12-10", "done", "3", "thanks", "documentation", "archive-filled", "lessons-noted", "handed-over")


# December: what remains


def the_year_becomes_a_paper(team: Team) -> None:
    told = team("2027-12-13", "harvest")
    assert "Bei zwei Treffen gehört, von einem Labor aus einem Land.\n  - Karten werden gelesen." in told
    team("2027-12-13", "harvest", "--write", "jahresheft")
    change("events/papers/jahresheft.yaml", "- title: Wissen weitergeben", "- title: Wissen bleibt in kleinen Stücken")
    write(
        "events/papers/jahresheft.yaml", re.sub("# date: .*", "date: 2027-12-14", read("events/papers/jahresheft.yaml"))
    )
    team("2027-12-14", "render-paper", "jahresheft")
    for name in ("paper.html", "paper.md", "paper.pdf", "paper.docx"):
        assert "Wissen bleibt in kleinen Stücken" in READ[Path(name).suffix](f"out/papers/jahresheft/{name}"), name
    team("2027-12-14", "announce", "--paper", "jahresheft")
    team("2027-12-14", "render-site")
    assert "Wissen bleibt in kleinen Stücken" in page("out/site/papers/jahresheft.html")
    assert no_link_is_dead()
    team("2027-12-14", "announce", "--site")


READ = {
    ".html": page,
    ".md": words_of,
    ".pdf": printed,
    ".docx": typed,
}


def the_year_is_over(team: Team) -> None:
    told = team("2027-12-15", "stats", "--year", "2027", "--format", "markdown")
    assert "| 2027 | 2 | 1 | 0 | 0 | 2 |" in told
    team("2027-12-16", "build")
    team("2027-12-16", "export", "3", "--format", "frab-xml")
    schedule = words_of("out/lernrunde-3/schedule.xml")
    assert ("<title>Ein Jahr mit den Karten</title>" in schedule, "0815" in schedule) == (True, False)
    team("2027-12-16", "export", "--all", "--format", "csv")
    told = team("2027-12-16", "import", "out/events.csv", "--yes")
    assert told.splitlines()[-1] == "Nichts Neues. Es ist nichts geschrieben."
    team("2027-12-16", "statement")
    assert "[…" in read("out/barrierefreiheit.md")
    team("2027-12-17", "check", codes="LC959")
    assert "Die Teilnahme steht schon in der Datei: 10." in team("2027-12-20", "forget", "3", "--yes")
    assert [name for name in files("private") if name.startswith(("lernrunde", "groups"))] == []
    assert (
        team("2027-12-20", "check", "--strict").splitlines()[-1]
        == "Treffen geprüft: 3. Keine Fehler. Weiter: labcamp build"
    )
    told = team("2027-12-20", "list")
    assert [line.split()[0] for line in told.splitlines()[2:5]] == ["1", "2", "3"]
    assert re.search(r"^2 .* abgesagt .* nichts +ja$", told, re.MULTILINE)
    assert "Kein Treffen geplant. Das nächste legt „labcamp new-event“ an." in team("2027-12-20", "--lang", "de")
