"""Manual pages in English: what is allowed in a calendar file and makes programs stumble."""

MANUAL = {
    "LC960": """
The standard advises to fold lines after 75 bytes (RFC 5545, section 3.1); what
continues them begins with a blank. A letter such as ä counts two bytes. Most
programs read longer lines, too, but that is not certain. The program that
writes the file should fold them.

Before:

    DESCRIPTION:In one afternoon we gather all that has worked out well with you

After:

    DESCRIPTION:In one afternoon we gather all that has worked out
      well with you
""",
    "LC961": """
These lines are in no standard, and no calendar program knows what they mean.
They are skipped, and what they were to say does not arrive. What a program
makes up for itself begins with X-. Sometimes it is a typing error in a known
name, or a piece of text that lacks a blank at the start of its line.

Before:

    TIMEZONE-ID:Europe/Berlin

After:

    X-WR-TIMEZONE:Europe/Berlin
""",
    "LC962": """
This time goes by the clock on the wall of each place: 14:00 in Berlin and 14:00
in Lisbon, so not at the same moment. For a meeting that is hardly ever meant,
and in feeds Outlook expects such times only for whole days. Give a time zone,
or write the time in UTC.

Before:

    DTSTART:20270311T140000

After:

    DTSTART:20270311T130000Z
""",
    "LC963": """
Some programs read how the file describes a time zone, others go by its name.
The latter know only names such as Europe/Berlin. With a name from Windows (W.
Europe Standard Time), or with a slash at its start, they have to guess and may
be an hour off; with the slash Thunderbird has its trouble, too.

Before:

    DTSTART;TZID=/example.org/Europe/Berlin:20270311T140000

After:

    DTSTART:20270311T130000Z
""",
    "LC964": """
When the clocks are changed stands here as a list of single days (RDATE). That
is allowed, but Outlook misreads it and shows events an hour off. A rule that
repeats each year and begins in 1970 is understood by all.

Before:

    BEGIN:STANDARD
    DTSTART:20261025T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RDATE:20271031T030000
    END:STANDARD

After:

    BEGIN:STANDARD
    DTSTART:19701025T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
""",
    "LC965": """
A title is a single line. The program calcurse refuses a whole entry if there is
a line break in its title, and a calendar has room for one line only anyway.
What is longer belongs in the description.

Before:

    SUMMARY:LabCamp\\nConnecting labs

After:

    SUMMARY:LabCamp: Connecting labs
""",
    "LC966": """
If a file with a single event has the name of a calendar, Outlook opens a new
calendar for it, instead of taking the event into the own one. The name belongs
only in a feed. If it is one, and has only one event just now, say with
REFRESH-INTERVAL how often to load it anew.

Before:

    X-WR-CALNAME:LabCamp
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT

After:

    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC967": """
If somebody opens a file with several events in Outlook, a new calendar comes of
it, or only the first event arrives. For those who want a certain event, a file
for each is better. If they are to have all of them always, offer a feed and
give it a name. For the days of one event you may also leave it as it is.

Before:

    BEGIN:VEVENT
    SUMMARY:LabCamp #1
    END:VEVENT
    BEGIN:VEVENT
    SUMMARY:LabCamp #2
    END:VEVENT

After:

    X-WR-CALNAME:LabCamp
    BEGIN:VEVENT
    SUMMARY:LabCamp #1
    END:VEVENT
    BEGIN:VEVENT
    SUMMARY:LabCamp #2
    END:VEVENT
""",
    "LC968": """
When to be reminded is for each person to decide. In a feed reminders do little
anyway: Google Calendar and Outlook ignore them, and Apple Calendar removes them
unless told otherwise on subscribing. Leave them out.

Before:

    X-WR-CALNAME:LabCamp
    REFRESH-INTERVAL;VALUE=DURATION:PT12H
    BEGIN:VEVENT
    SUMMARY:LabCamp
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT

After:

    X-WR-CALNAME:LabCamp
    REFRESH-INTERVAL;VALUE=DURATION:PT12H
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC969": """
A UID should not give away from which machine or domain an entry comes (RFC
7986, section 5.3). No program stumbles over that. So change it only for new
events: if a published one gets another UID, it shows up a second time with
everybody.

Before:

    UID:labcamp-12@example.org

After:

    UID:4ab2a309-df6e-59fa-b8d0-b7b8cd4b7915
""",
}
