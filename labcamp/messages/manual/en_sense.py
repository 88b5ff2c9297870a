"""Manual pages in English: times, people and places that do not fit each other."""

MANUAL = {
    "LC301": """
A session starts before the event has begun, or after it has ended. The
invitation would then give another time than the agenda. Change start: of the
session, or time: of the event. Without start: a session simply begins when the
one before has ended.

Before:

    time: 14:00-17:00
    agenda:
      - title: Drinks
        start: 17:30

After:

    time: 14:00-18:00
    agenda:
      - title: Drinks
        start: 17:30
""",
    "LC302": """
Two sessions are on at the same time in the same room. Change start: or minutes:
of one of them. If they are meant to run side by side, give each a room of its
own.

Before:

    agenda:
      - {title: Workshop, start: 14:00, minutes: 60}
      - {title: Discussion, start: 14:30, minutes: 60}

After:

    agenda:
      - {title: Workshop, start: 14:00, minutes: 60, room: Hall}
      - {title: Discussion, start: 14:30, minutes: 60, room: Foyer}
""",
    "LC303": """
A person is named for two sessions at the same time in different rooms. For
labcamp the same name means the same person. Move one of the two sessions, or
name somebody else. If they really are two people with one name, tell them
apart, with a title for instance.
""",
    "LC304": """
The minutes of the sessions add up to more time than the event has; where no end
is known, midnight is the end. The first session that goes beyond is named.
Shorten it or one before it, or change time:.

Before:

    time: 14:00-17:00
    agenda:
      - {title: Input, minutes: 120}
      - {title: Discussion, minutes: 90}

After:

    time: 14:00-17:00
    agenda:
      - {title: Input, minutes: 90}
      - {title: Discussion, minutes: 90}
""",
    "LC305": """
The end is before the start, or the same. Most often the two have changed
places, or a digit has slipped. time: cannot go on past midnight, for it holds
for each day anew.

Before:

    time: 17:00-14:00

After:

    time: 14:00-17:00
""",
    "LC306": """
In one night of the year, in Europe in March, the clocks are put forward by an
hour. The hour between does not exist on that day, and each calendar makes
something else of it. Take a time before or after, or check whether day and time
zone are right.
""",
    "LC307": """
In one night of the year, in Europe in October, the clocks are put back by an
hour. The hour between exists twice on that day, and nobody can know which is
meant. Take a time before or after, or check whether day and time zone are
right.
""",
    "LC308": """
In YAML a # with a blank before it begins a comment. All that follows is missing
from the text, and nobody sees it before the invitation is made. Put the whole
text in quotes. If it really is a comment, write a blank after the #.

Before:

    title: LabCamp #3

After:

    title: "LabCamp #3"
""",
    "LC309": """
A placeholder like TBA or FIXME is left in the text. But the event is confirmed,
so the placeholder would stand in the invitation. Fill in what is missing, or
delete the line: what is unknown may be missing. As long as much is open, set
status: draft.

Before:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
    place: TBA

After:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
""",
    "LC310": """
People could still register after the event has begun. Perhaps the event was
moved and the deadline was not. Set until: to the first day or to a day before
it.

Before:

    date: 2027-03-11
    registration:
      until: 2027-03-12

After:

    date: 2027-03-11
    registration:
      until: 2027-03-04
""",
    "LC311": """
Two events have the same number, and so most often the same title. Perhaps a
file was copied and the number was not changed. Give one of the two another
number, or delete the line and write a title of its own.
""",
    "LC312": """
Calendars recognise an entry by its UID. If two events have the same, one
replaces the other. Most often a file was copied. Delete the line uid: in the
newer file, and labcamp makes one itself.
""",
    "LC314": """
A session is on a day that the event does not have. Days are counted from 1, in
the order of date:. Change day: of the session, or the days of the event.

Before:

    date: 2027-03-11/2027-03-12
    agenda:
      - {title: Welcome, day: 3}

After:

    date: 2027-03-11/2027-03-12
    agenda:
      - {title: Welcome, day: 2}
""",
    "LC315": """
Calendars and links recognise a session by its id, so there can be each id only
once. Give one of the two another id:, or delete the line if you do not need it.

Before:

    agenda:
      - {title: Coffee, id: coffee}
      - {title: More coffee, id: coffee}

After:

    agenda:
      - {title: Coffee, id: coffee}
      - {title: More coffee, id: coffee-2}
""",
    "LC316": """
The event is said to be confirmed, but nobody can see when it is. Give it a day;
if only the month is known, the month will do. If nothing is settled yet, it is
a draft.

Before:

    title: LabCamp
    status: confirmed

After:

    title: LabCamp
    status: confirmed
    date: 2027-03
""",
    "LC317": """
The title of each event is made from title_pattern: in series.yaml and its
number. Without {number} all would be called the same. Put {number} where the
number is meant to stand.

Before:

    title_pattern: LabCamp

After:

    title_pattern: "LabCamp #{number}"
""",
    "LC318": """
A text has a weekday and a date that do not fit. Whoever reads it does not know
when it begins. Without a year only what is a day of the event itself, its
former day or the end of registration is compared.

Before:

    date: 2027-03-11
    summary: We meet on Friday, 11 March 2027.

After:

    date: 2027-03-11
    summary: We meet on Thursday, 11 March 2027.
""",
    "LC319": """
events/series.yaml names a logo, but there is no file of that name in the folder
templates/. Mind capital letters: on some computers Logo.svg and logo.svg are
two different files.
""",
}
