"""Manual pages in English: the entries of a calendar file, their times, and what METHOD asks for."""

MANUAL = {
    "LC620": """
Some lines are needed by each calendar and each entry, else programs refuse the
file or guess. VERSION and PRODID say how the file is to be read and what wrote
it. UID is the id of an entry: without it the entry shows up a second time after
each update. DTSTAMP says from when this version is, DTSTART when the event
begins. A time zone needs its name and offsets from UTC, a reminder ACTION and
TRIGGER.

Before:

    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//labcamp//DE
    BEGIN:VEVENT
    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
    DTSTART:20270311T130000Z
    SUMMARY:LabCamp
    END:VEVENT
    END:VCALENDAR

After:

    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//labcamp//DE
    BEGIN:VEVENT
    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
    DTSTAMP:20270301T090000Z
    DTSTART:20270311T130000Z
    SUMMARY:LabCamp
    END:VEVENT
    END:VCALENDAR
""",
    "LC621": """
A part may have this line only once. Of two, nobody can tell which holds, and
strict programs refuse the file. Keep the right one.

Before:

    SUMMARY:LabCamp
    SUMMARY:Labore verbinden

After:

    SUMMARY:LabCamp
""",
    "LC622": """
By its UID a calendar knows an entry again. If two have the same, one replaces
the other, and one of the events is nowhere to be seen. Mostly an entry was
copied. Only an exception of a repeated event has the same UID as the series,
and then a line RECURRENCE-ID besides.
""",
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
    "LC641": """
Whoever writes TZID=Europe/Berlin has to describe in the same file what that
means: in a part BEGIN:VTIMEZONE, with summer time and winter time. Without it
the event may be an hour off in Outlook, and Thunderbird reads the time without
a zone. Where the part is missing, UTC is the safe way: a Z at the end, and all
convert it themselves.

Before:

    DTSTART;TZID=Europe/Berlin:20270311T140000

After:

    DTSTART:20270311T130000Z
""",
    "LC642": """
A time zone goes only with a time without Z. A whole day is the same day
everywhere, and the Z at the end says already that the time is in UTC. With both
no program can tell which is meant, and the standard forbids it.

Before:

    DTSTART;VALUE=DATE;TZID=Europe/Berlin:20270311

After:

    DTSTART;VALUE=DATE:20270311
""",
    "LC643": """
The file describes a time zone in another way than it is, for example without
summer time or by an old law. Some programs go by the name of the zone and show
the right time, others go by the description and show a wrong one. Replace the
part BEGIN:VTIMEZONE: a right description of Berlin is in each calendar file
that labcamp writes.
""",
    "LC660": """
METHOD says what a file is sent for: REQUEST invites, CANCEL calls off, REPLY
answers, PUBLISH announces. Each of them asks for certain lines (RFC 5546), such
as who invites and who is invited. Without them the calendar program of those
who get the mail can do nothing with it. A file that is only downloaded or
subscribed to needs no METHOD at all.

Before:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org

After:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org
""",
    "LC661": """
Not everything goes with each METHOD (RFC 5546). What PUBLISH announces names
nobody who is invited: their mail addresses would go to all. What is called off
has no reminder, and an answer comes from exactly one person.

Before:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org

After:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
""",
    "LC662": """
An invitation, a cancellation or an answer is about a single event, so about one
UID. Of an invitation with several Outlook takes only the first, and the others
are lost. Send a mail of its own for each. The exceptions of a repeated event
have the same UID and may stay together.
""",
    "LC663": """
METHOD says one thing and STATUS another: an invitation cannot be cancelled at
the same time, and what calls an event off cannot say that it takes place.
Nobody can tell then which holds. To call it off, take METHOD:CANCEL and
STATUS:CANCELLED.

Before:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CONFIRMED

After:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CANCELLED
""",
    "LC664": """
ORGANIZER is part of an invitation and says who gets the answers. In a file to
be downloaded nobody invites anybody, and the line may not be there (RFC 5545,
section 3.8.4.3). Else Outlook asks whether you accept, and hangs; other
programs send you mails that somebody has accepted. For an address for questions
take CONTACT.

Before:

    ORGANIZER:mailto:labcamp@example.org

After:

    CONTACT:labcamp@example.org
""",
    "LC699": """
If the same kind of fault comes very often in a file, labcamp names only the
first three places and counts the rest. Nearly always they have one cause in the
program that writes the file. Mend it there, then check the file again.
""",
}
