"""Manual pages in English: what the lines of calendar files say."""

MANUAL = {
    "LC630": """
Times, durations, numbers and repetitions have a fixed form in calendar files,
which this one does not fit. A calendar program then leaves out the entry or
refuses the file. A day is 20270311, with VALUE=DATE before it; a time is
20270311T140000. A duration is PT1H30M or P1D, and weeks stand alone, as in P2W.
An offset from UTC is +0100.

Before:

    DTSTART:2027-03-11 14:00

After:

    DTSTART:20270311T130000Z
""",
    "LC631": """
This line has a fixed list of values, and this one is not among them. A calendar
program skips it or refuses the file; a cancelled event then still counts as on.
Often it is only a letter: CANCELLED has two Ls.

Before:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELED
    TRANSP:TRANSPARENT

After:

    SUMMARY:ABGESAGT: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC632": """
The entry ends before it has begun, or in the same moment. For whole days the
day in DTEND does not count any more: an event on 11 March ends on 12 March. If
the same day stands there, the event is empty, which the standard does not
allow.

Before:

    DTSTART;VALUE=DATE:20270311
    DTEND;VALUE=DATE:20270311

After:

    DTSTART;VALUE=DATE:20270311
    DTEND;VALUE=DATE:20270312
""",
    "LC633": """
When an entry ends stands either in DTEND (of a task: DUE) or in DURATION, and
not in both. If they differ, nobody can tell which holds. Best keep the end.

Before:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
    DURATION:PT3H

After:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
""",
    "LC634": """
The start and the end of an entry are given in the same way: both as a whole day
or both with a time, and either both with a time zone or both without. Else no
program can work out how long the event takes.

Before:

    DTSTART:20270311T130000Z
    DTEND;VALUE=DATE:20270312

After:

    DTSTART:20270311T130000Z
    DTEND:20270311T160000Z
""",
    "LC635": """
DTSTAMP, CREATED and LAST-MODIFIED say when an entry was written, and TRIGGER
can say when to remind. They are always in UTC and have a Z at the end. Without
the Z a program may take a version for older than it is, and a change does not
arrive.

Before:

    CREATED:20270301T100000

After:

    CREATED:20270301T090000Z
""",
    "LC636": """
In the texts of a calendar file a backslash introduces a character, and there
are only four: \\, for a comma, \\; for a semicolon, \\n for a new line and \\\\ for
the backslash itself. Anything else is shown differently by programs, and strict
ones refuse it.

Before:

    DESCRIPTION:At 14\\:00 in the hall

After:

    DESCRIPTION:At 14:00 in the hall
""",
    "LC637": """
A comma and a semicolon mean something in calendar files: they divide values. So
in a text there is a backslash before them, else some programs read no further
than that. The program that writes the file should do this by itself.

Before:

    LOCATION:Hall, 1 Main Street

After:

    LOCATION:Hall\\, 1 Main Street
""",
    "LC638": """
A whole address has to stand here: for a web page with https:// at its start,
for a person with mailto:. Other than in texts, a comma in an address has no
backslash before it. Else the link leads nowhere, or the invitation does not
arrive.

Before:

    DESCRIPTION:www.example.org/treff
    URL:www.example.org/treff

After:

    DESCRIPTION:https://www.example.org/treff
    URL:https://www.example.org/treff
""",
    "LC639": """
COLOR is the colour in which a calendar shows an entry, and the standard knows
only names of CSS for it (RFC 7986). A value such as #0b4f8a has no place there.
Take the name that comes nearest. For Apple Calendar there is also
X-APPLE-CALENDAR-COLOR, which takes a value.

Before:

    COLOR:#0b4f8a

After:

    COLOR:navy
""",
}
