"""`new-event` and `init`: what a person begins with."""

from pathlib import Path
from typing import Annotated

import typer

from labcamp.cli.language import help_for, say
from labcamp.cli.options import DryRun, Lang, Root, Today, day

TEXT = help_for("TEXT")
Number = Annotated[str | None, typer.Option("--number", metavar=TEXT, help=help_for("number"))]
Title = Annotated[str | None, typer.Option("--title", metavar=TEXT, help=help_for("title"))]
Theme = Annotated[str | None, typer.Option("--theme", metavar=TEXT, help=help_for("theme"))]
Date = Annotated[str | None, typer.Option("--date", metavar=TEXT, help=help_for("date"))]
Time = Annotated[str | None, typer.Option("--time", metavar=TEXT, help=help_for("time"))]
Place = Annotated[str | None, typer.Option("--place", metavar=TEXT, help=help_for("place"))]
Hosts = Annotated[list[str] | None, typer.Option("--host", metavar=TEXT, help=help_for("host"))]
Status = Annotated[str | None, typer.Option("--status", metavar=TEXT, help=help_for("status"))]
EventLanguage = Annotated[str | None, typer.Option("--language", metavar=TEXT, help=help_for("language"))]
Id = Annotated[str | None, typer.Option("--id", metavar=TEXT, help=help_for("id"))]
Yes = Annotated[bool, typer.Option("--yes", help=help_for("yes"))]
Folder = Annotated[Path | None, typer.Argument(metavar=help_for("FOLDER"), help=help_for("folder"))]
SeriesTitle = Annotated[str | None, typer.Option("--title", metavar=TEXT, help=help_for("series"))]
Domain = Annotated[str | None, typer.Option("--domain", metavar=TEXT, help=help_for("domain"))]
Organiser = Annotated[str | None, typer.Option("--organiser", metavar=TEXT, help=help_for("organiser"))]
Mail = Annotated[str | None, typer.Option("--mail", metavar=TEXT, help=help_for("mail"))]


def new_event(
    *,
    number: Number = None,
    title: Title = None,
    theme: Theme = None,
    date: Date = None,
    time: Time = None,
    place: Place = None,
    host: Hosts = None,
    status: Status = None,
    language: EventLanguage = None,
    id_: Id = None,
    yes: Yes = False,
    root: Root = Path(),
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """The file of a new event."""
    from labcamp.cli.answers import needed
    from labcamp.cli.events import written
    from labcamp.cli.report import tell
    from labcamp.workspace import load

    workspace = load(root, day(today))
    needed(workspace)
    given = {"number": number, "title": title, "theme": theme, "date": date, "time": time, "place": place}
    more = {"hosts": host, "language": language, "status": status}
    path = written(workspace, given | more, id_, yes=yes, dry_run=dry_run)
    tell(workspace.errors)
    typer.echo(say("dry_run" if dry_run else "new_next", path=path.as_posix()))


def init(
    folder: Folder = None,
    *,
    title: SeriesTitle = None,
    domain: Domain = None,
    organiser: Organiser = None,
    mail: Mail = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    today: Today = None,
    lang: Lang = None,
) -> None:
    """A folder with all that a series needs."""
    from labcamp.cli.beginning import begun

    given = {"title": title, "domain": domain, "organiser": organiser, "mail": mail}
    begun(folder or Path(), day(today), given, yes=yes, dry_run=dry_run)
