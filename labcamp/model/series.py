"""What all events share: the series, its organisations and topics, and the small things named in every file."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated, Any, Literal, Self
from urllib.parse import quote

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

from labcamp.model.fields import (
    PICTURES,
    TEXT,
    Colour,
    Domain,
    Email,
    FileName,
    Id,
    Line,
    Number,
    OrOne,
    OrText,
    Picture,
    Region,
    Span,
    Text,
    Url,
    UrlOrFile,
    YesNo,
    Zone,
    given,
    is_file,
    sort_of_file,
)
from labcamp.model.texts import one_line, refused

Language = Literal["de", "en", "de-AT", "de-CH"]
Status = Literal["draft", "confirmed", "cancelled"]
LinkType = Literal["page", "report", "slides", "paper", "recording", "photo", "notes", "feedback", "other"]
# The mails that are due a number of days before or after a day; labcamp.planning.mails says which and how many
DatedMail = Literal[
    "save-the-date",
    "invitation",
    "newsletter",
    "deadline-reminder",
    "practical-information",
    "reminder",
    "thanks",
    "documentation",
]
Lines = Annotated[tuple[Line, ...], OrOne()]
# Nobody types this key: so `id` in a file is an unknown key, and the reader hands it in.
FILE_NAME = "\0id"


class Frozen(BaseModel):
    """What every model has in common: nothing unknown, nothing changed later, no blanks around."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1, defer_build=True
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same with other values; what was worked out from the old ones is forgotten."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Organisation(Frozen):
    """A lab or body, defined once in `organisations.yaml` and used by its id."""

    id: Id = Field("-", validation_alias=FILE_NAME)
    name: Line
    place: Line | None = None
    country: Line | None = None
    region: Region | None = None
    level: Line | None = None
    url: Url | None = None


class Topic(Frozen):
    """What events and sessions are about, defined once in `topics.yaml` and used by its id."""

    id: Id = Field("-", validation_alias=FILE_NAME)
    name: Line
    description: Text | None = None
    synonyms: Lines = ()


# What a file names by its id, by the file that defines it → the finding where it does not
DEFINED = {"organisations": "LC212", "topics": "LC231"}


def _known(value: object, info: ValidationInfo, of: str) -> object:
    """What has this id, out of all of its sort, which the reader hands in."""
    known = (info.context or {}).get(of, {})
    if isinstance(value, dict | list):
        raise refused("LC203")
    if not isinstance(value, str):
        return value
    if not (id_ := one_line(value)):
        raise refused("LC219")
    if id_ in known:
        return known[id_]
    raise refused(DEFINED[of], id=id_)


def _by_id(of: str) -> Any:
    """What marks a field in which a file names something by its id."""
    written = (PlainSerializer(lambda defined: defined.id), WithJsonSchema({"type": TEXT}))
    return (BeforeValidator(partial(_known, of=of)), *written)


OrganisationId = Annotated[Organisation, *_by_id("organisations")]
Organisations = Annotated[tuple[OrganisationId, ...], OrOne(lambda text: text.split(","))]
TopicId = Annotated[Topic, *_by_id("topics")]
Topics = Annotated[tuple[TopicId, ...], OrOne(lambda text: text.split(","))]


class Person(Frozen):
    """Somebody named in a file, or only an organisation when nobody is named."""

    name: Line | None = None
    role: Line | None = None
    organisation: OrganisationId | None = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if not (self.name or self.role or self.organisation):
            raise refused("LC201", key="name")
        return self


People = Annotated[tuple[Annotated[Person, OrText(lambda text: {"name": text})], ...], OrOne()]


class Contact(Frozen):
    """Whom to ask."""

    name: Line | None = None
    role: Line | None = None
    organisation: OrganisationId | None = None
    email: Email | None = None


def _contact(text: str) -> dict[str, Any]:
    return {"email" if "@" in text else "name": text}


ContactText = Annotated[Contact, OrText(_contact)]


class Link(Frozen):
    """Something to read or look at, or a questionnaire; `consent` is needed before a recording or photo is shown.

    It leads to an address, or to a file that lies with the event; `alt` says what is to be seen on a picture.
    """

    model_config = ConfigDict(json_schema_extra={"oneOf": [given("url"), given("file")]})

    title: Line
    url: UrlOrFile | None = None
    file: FileName | None = None
    type: LinkType = "page"
    licence: Line | None = None
    consent: YesNo | None = None
    alt: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_a_file(cls, data: Any) -> Any:
        """The name of a file is no address, but it is clear what is meant; and it tells what it is."""
        if not isinstance(data, dict):
            return data
        if "file" not in data and is_file(url := data.get("url")):
            data = {**data, "url": None, "file": url}
        name = data.get("file")
        return {"type": sort_of_file(name), **data} if isinstance(name, str) else data

    @model_validator(mode="after")
    def _leads_to_one(self) -> Self:
        if self.url and self.file:
            raise refused("LC232", file=self.file)
        if not (self.url or self.file):
            raise refused("LC201", key="url")
        return self

    def found_in(self, files: str) -> Self:
        """The same with an address: a file of the event is found below `files`, which is empty where nobody knows."""
        return self.model_copy(update={"url": f"{files}/{quote(self.file)}"}) if self.file and files else self

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a file that is shown as a picture."""
        return self.file is not None and self.file.rpartition(".")[2].lower() in PICTURES

    @property
    def address(self) -> str:
        """Where it leads; empty for a file of which nobody knows where it is found."""
        return self.url or ""

    @property
    def label(self) -> str:
        """The title, with the licence under which it may be used: `Folien (CC BY 4.0)`."""
        return f"{self.title} ({self.licence})" if self.licence else self.title


class Channel(Frozen):
    """Where the community meets between events; the address may be unknown or not public."""

    title: Line
    url: Url | None = None


class Listmonk(Frozen):
    """The numbers that a listmonk gives to its lists, and to the template that is put around a page."""

    lists: Annotated[tuple[Number, ...], OrOne(lambda text: text.split(","))] = ()
    template: Number | None = None


class Keila(Frozen):
    """The ids that a Keila gives to who sends, and to a part of its contacts; all of them without one."""

    sender: Line | None = None
    segment: Line | None = None


class Mailing(Frozen):
    """The newsletter's list address and how to leave it, and what the services that send it need to know."""

    address: Email | None = None
    unsubscribe: Url | None = None
    listmonk: Listmonk = Listmonk.model_construct()
    keila: Keila = Keila.model_construct()


class Imprint(Frozen):
    """Who is responsible: the text itself, its page, or both."""

    text: Text | None = None
    url: Url | None = None


def _imprint(text: str) -> dict[str, Any]:
    return {"url" if text.strip().startswith(("http://", "https://")) else "text": text}


class Visibility(Frozen):
    """Whether people have pages of their own on the site, and who is named nowhere on it."""

    pages: YesNo = False
    hide: Lines = ()


class Series(Frozen):
    """What all events share: `events/series.yaml`.

    `mails` says how many days before or after its day a mail is due; None is a mail that this series does not send.
    `logo` is a file below the workspace's `templates/`. `moved` says of an address of the site where to go on from it.
    """

    id: Id
    title: Line
    title_pattern: Line | None = None
    subtitle: Line | None = None
    language: Language = "de"
    address: Literal["ihr", "Sie"] = "ihr"
    zone: Zone = "Europe/Berlin"
    domain: Domain
    organisers: Organisations = ()
    contact: ContactText = Contact.model_construct()
    homepage: Url | None = None
    archive: Url | None = None
    public: Url | None = None
    channels: tuple[Annotated[Channel, OrText(lambda text: {"title": text})], ...] = ()
    hashtags: Annotated[tuple[Line, ...], OrOne()] = ()
    newsletter: Mailing = Mailing.model_construct()
    imprint: Annotated[Imprint, OrText(_imprint)] = Imprint.model_construct()
    privacy: Url | None = None
    accent: Colour | None = None
    wordmark: Line | None = None
    logo: Picture | None = None
    regions: Annotated[tuple[Region, ...], OrOne()] = ()
    people: Visibility = Visibility.model_construct()
    moved: dict[str, Line] = {}
    mails: dict[DatedMail, Span] = {}
    rules: dict[str, Line] = {}

    def title_of(self, number: str) -> str:
        """The title of the edition with this number: `LabCamp #12`."""
        return (self.title_pattern or f"{self.title} #{{number}}").replace("{number}", number)

    def page_of(self, id_: str) -> str:
        """The address of an event's page on the web, which ends with a slash; empty where nobody knows."""
        return f"{self.public.rstrip('/')}/{id_}/" if self.public else ""

    @property
    def marked_title(self) -> tuple[str, str]:
        """The title in two parts, plain and marked: `Lab`, `Camp`, or as `wordmark` has it; the second may be empty.

        Without `wordmark` it is marked from its last capital on, and not at all where that is its first letter.
        """
        if self.wordmark:
            plain, _, marked = self.wordmark.partition("|")
            return plain, marked
        cut = max((i for i, letter in enumerate(self.title) if i and letter.isupper()), default=0)
        return (self.title[:cut], self.title[cut:]) if cut else (self.title, "")


def shown(links: tuple[Link, ...], files: str = "") -> tuple[Link, ...]:
    """The links that may be shown, each with its address: not those whose people have said no.

    Files of the event are found below `files`; where nobody knows that they are left out.
    """
    found = (link.found_in(files) for link in links if link.consent is not False)
    return tuple(link for link in found if link.url)


def is_nobody(name: str) -> bool:
    """Tell whether a name stands for somebody who is not known yet: `N. N.`."""
    return name.replace(" ", "").upper() in {"N.N.", "NN"}


def hiding(names: Iterable[str]) -> re.Pattern[str]:
    """What finds names of people in texts, however many blanks stand in them, and whether ä is one sign or two."""
    forms = dict.fromkeys(unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD"))
    spoken = "|".join(r"\s+".join(map(re.escape, name.split())) for name in forms)
    return re.compile(rf"(?<!\w)(?:{spoken})(?!\w)", re.IGNORECASE)
