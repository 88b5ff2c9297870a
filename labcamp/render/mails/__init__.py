"""The mails around an event: each as HTML, as text and as a draft, those to the list as Markdown, too."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from labcamp.findings import NothingWrittenError, Place, finding
from labcamp.model import Contact, Event, Series
from labcamp.model.artefact import Artefact
from labcamp.model.mail import Audience, Mail
from labcamp.model.private import Join, Participant, Private, Reach, Where
from labcamp.planning.mails import MAILS
from labcamp.render import calendar
from labcamp.render.eml import draft_bytes, in_a_name, mailbox, ready_bytes
from labcamp.render.facts import Facts, marked
from labcamp.render.mails import changes, invitation, newsletter
from labcamp.render.mails.wording import Said, begun, greeting, of_section
from labcamp.render.sentences import Sentences
from labcamp.render.stage import Stage, before_of, came_before, facts_for, facts_of, later_of, mail_page, next_of
from labcamp.render.templates import inlined, tidy
from labcamp.workspace import EVENTS, Workspace

# The mails whose subject and beginning are computed; those of all others are a section of the words file.
SAID: Mapping[str, Callable[[Stage, Facts], Said]] = {
    "invitation": lambda _, facts: invitation.lines_of_invitation(facts),
    "newsletter": lambda _, facts: newsletter.lines_of_newsletter(facts),
    "change-notice": lambda stage, facts: changes.lines_of_change(facts, changes.changes_of(stage, facts.event)),
}
NOTHING = Private()
OF_OTHERS = frozenset(
    {"invitation", "newsletter", "cancellation", "thanks", "documentation"}
)  # they tell of other events, too


def render(stage: Stage, events: Sequence[Event], *, kind: str) -> Iterator[Artefact]:
    """A mail about each event: `<kind>.html`, `.txt` and `.eml`, and `.md` of what goes to the list."""
    for event in events:
        yield from files_of(mail_of(stage, event, kind), stage.workspace.series)


def private(stage: Stage, event: Event, private: Private, *, kind: str) -> Iterator[Artefact]:
    """A mail that tells those who take part how to get in."""
    yield from files_of(mail_of(stage, event, kind, private), stage.workspace.series)


def files_of(mail: Mail, series: Series) -> Iterator[Artefact]:
    """The files of a mail."""
    yield Artefact(f"{mail.key}.html", mail.html.encode())
    yield Artefact(f"{mail.key}.txt", mail.text.encode())
    if mail.markdown:
        yield Artefact(f"{mail.key}.md", mail.markdown.encode())
    yield Artefact(f"{mail.key}.eml", draft_bytes(mail, series))


def ready(workspace: Workspace, mail: Mail) -> Artefact:
    """The mail as a server sends it; LC510, LC511, LC525 while it lacks an imprint, a way to leave or a sender."""
    refuse_unready(workspace, mail)
    return Artefact(f"{mail.key}-ready.eml", ready_bytes(mail, workspace.series))


def refuse_unready(workspace: Workspace, mail: Mail) -> None:
    """Stop with what a mail still lacks that a server is to send."""
    series, place = workspace.series, Place((workspace.root / EVENTS / "series.yaml").as_posix())
    findings = []
    if not (series.imprint.text or series.imprint.url):
        findings.append(finding("LC510", place))
    if mail.audience == "list" and not series.newsletter.unsubscribe:
        findings.append(finding("LC511", place))
    if not mail.sender.email:  # RFC 5322 section 3.6
        findings.append(finding("LC525", place))
    if findings:
        raise NothingWrittenError(*findings)


def mail_of(
    stage: Stage, event: Event, kind: str, private: Private = NOTHING, person: Participant | None = None
) -> Mail:
    """One mail about an event: to all whom it concerns, or to one person, who is greeted by name."""
    spoken = stage.to_one if person else stage
    of_kind, series = MAILS[kind], stage.workspace.series
    # The entry is the same for everybody: it has the way there, and the link for whoever must join online after all.
    file = _calendar_file(stage, Sentences(facts_of(stage, event)), kind, private) if stage.attaches else None
    where = person.where if person and of_kind.audience == "participants" else ""
    facts, private = facts_for(spoken, event, where), for_one(event, private, where)
    say, said = Sentences(facts), _said(spoken, facts, kind)
    values = _values(spoken, say, kind, private, attached=file is not None)
    values["greeting"] = greeting(facts, person.name) if person else greeting_of_all(facts, kind)
    write = writer(spoken, f"{kind}.mail.j2", facts, said, values)
    to = (series.newsletter.address or "") if of_kind.to_list_address else ""
    return Mail(
        f"{event.id}/{kind}/{in_a_name(person.email)}" if person else f"{event.id}/{kind}",
        marked(facts, said.subject),
        write("txt"),
        write("html"),
        _sender(facts),
        to=mailbox(person.name, person.email) if person else to,
        attachment=file,
        preheader=said.preheader,
        language=event.language,
        markdown=write("md") if of_kind.to_list_address and not person else "",
        audience=of_kind.audience,
    )


def _sender(facts: Facts) -> Contact:
    """Who is asked about the event, else about the series; where neither has an address, a name to be filled in."""
    asked = (contact for contact in (facts.event.contact, facts.series.contact) if contact and contact.email)
    return next(asked, None) or Contact(name=facts.words("mail.sender_missing"))


def _values(stage: Stage, say: Sentences, kind: str, private: Private, *, attached: bool) -> dict[str, object]:
    """What a mail is given whoever gets it."""
    facts, event = say.facts, say.facts.event
    if say.calendar_file and MAILS[kind].links_calendar:
        attached = False  # one way into the calendar is enough to speak of
    around: dict[str, object] = {
        "before": before_of(stage, event),
        "came": came_before(stage, event),
        "next": next_of(stage, event),
        "later": later_of(stage, event),
    }
    around |= {"why": why(facts, kind), "in_browser": _in_browser(facts, kind), "audience": MAILS[kind].audience}
    return {"say": say, "private": private, "reach": _reach(private), "attached": attached, **around}


def for_one(event: Event, private: Private, where: Where) -> Private:
    """What of the private side of a hybrid event concerns somebody: how to join, or how to get there."""
    if event.place is None or not event.place.hybrid or where not in {"on-site", "online"}:
        return private
    return private.model_copy(update={"join": Join()} if where == "on-site" else {"way": None})


def writer(stage: Stage, template: str, facts: Facts, said: Said, values: Mapping[str, object]) -> Callable[[str], str]:
    """What gives a mail in a form: `html`, `txt` or `md`."""
    of_said = {name: getattr(said, name) for name in ("subject", "preheader", "headline", "lead", "closing")}
    every = {**of_said, "lead": begun(said.lead, str(values["greeting"])), **said.more, **values}
    finish = {"html": inlined, "txt": tidy, "md": tidy}
    return lambda form: finish[form](mail_page(stage, template, facts, every, form))


def why(facts: Facts, kind: str) -> str:
    """Why somebody gets this mail, or before the way out: whether they want no more of them."""
    audience: Audience = MAILS[kind].audience
    key = kind if kind == "newsletter" else audience
    return facts.words(f"footer.why_{key}", series=facts.series.title, title=facts.event.title)


def _said(stage: Stage, facts: Facts, kind: str) -> Said:
    return SAID[kind](stage, facts) if kind in SAID else of_section(facts, kind)


def _calendar_file(stage: Stage, say: Sentences, kind: str, private: Private) -> Artefact | None:
    """The calendar file that a mail carries: the public one, or for those who take part the one with the way in."""
    event, attached = say.facts.event, MAILS[kind].calendar
    if attached == "private":
        return next(calendar.participants(stage, event, private), None)
    wanted = attached == "public" or (attached == "unpublished" and say.facts.upcoming and not say.calendar_file)
    return next(calendar.render(stage, [event]), None) if wanted else None


def greeting_of_all(facts: Facts, kind: str) -> str:
    """The first line of a mail to many; where organisers wrote the beginning of the newsletter, it is theirs."""
    own = kind == "newsletter" and facts.upcoming and facts.event.newsletter.intro
    return "" if own else facts.words("mail.greeting")


def _reach(private: Private) -> list[str]:
    """Whom to call on the day, a line each: `Einlass: N. N., +49 30 1234567`."""
    return [_contact(contact) for contact in private.contacts]


def _contact(contact: Reach) -> str:
    known = ", ".join(filter(None, (contact.name, contact.phone)))
    return f"{contact.role}: {known}" if contact.role and known else contact.role or known


def _in_browser(facts: Facts, kind: str) -> str:
    """Where what the newsletter says can be read on the web, if the site is published."""
    return facts.page if kind == "newsletter" else ""
