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
}
