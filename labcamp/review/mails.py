"""Whether a mail is fit to go out, and how good a newsletter is."""

from dataclasses import replace
from pathlib import Path

from labcamp.check import without_rules
from labcamp.check.mail import check_mail
from labcamp.check.mail.newsletter import NewsletterIssue, Score, score
from labcamp.findings import Finding, NothingWrittenError
from labcamp.model import Event
from labcamp.model.mail import Mail
from labcamp.planning.mails import IN_BUILD
from labcamp.render.mails import mail_of
from labcamp.render.stage import Stage
from labcamp.workspace import EVENTS, Workspace, before, next_event


def judge(workspace: Workspace, event: Event, mail: Mail, folder: Path) -> list[Finding]:
    """What a mail is to be told about; what must not go out stops it, unless its event is only a draft."""
    kept = without_rules(check_mail(mail), workspace.series.rules)
    found = [replace(each, path=(folder / each.path).as_posix()) for each in kept]
    if not event.draft and any(not each.advice for each in found):
        raise NothingWrittenError(*(each for each in found if not each.advice))
    return found


def score_of(workspace: Workspace, event: Event, mail: Mail) -> Score:
    """The points of a newsletter, and what would make it better in the files of events; `judge` finds the rest."""
    folder = (workspace.root / EVENTS).as_posix()
    found = score(NewsletterIssue(mail, event, before(workspace, event), workspace.series, workspace.today, folder))
    kept = without_rules(found.findings, workspace.series.rules)
    return found._replace(findings=tuple(each for each in kept if each.path.startswith(folder)))


def judge_next_mails(stage: Stage, folder: Path, one: Event | None = None) -> None:
    """Nothing that must not go out stands in the mails that are sent next, as far as they are made (of `one`, or all).

    These are the mails of the event to come.
    """
    event = next_event(stage.workspace)
    if event is None or one not in (None, event):
        return
    for kind in IN_BUILD:
        judge(stage.workspace, event, mail_of(stage, event, kind), folder)
