"""Manual pages in English: a calendar file as a whole, its lines and signs."""

MANUAL = {
    "LC601": """
There is nothing in the file. Mostly a download broke off, or a program made the
file and then wrote nothing into it. No calendar program can do anything with
it. Download it once more, or export the calendar again.
""",
    "LC602": """
A calendar file begins with the line BEGIN:VCALENDAR, which this one does not
have. Often the web page with the link was saved instead of the calendar, or a
page to log in came between. Click the link to the calendar with the right mouse
button and save what it leads to. If the file comes from a program, choose
iCalendar or .ics there when you export.

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
    "LC603": """
Calendars of this size hardly exist, so labcamp does not read them. Google
Calendar takes only 1 MB. Perhaps pictures or attachments are inside the file.
Divide it, or export only the time that matters to you.
""",
    "LC604": """
Calendar files are always saved as UTF-8. This one is not, and at the place that
is named there probably is a letter such as ä or é. Calendar programs show
nonsense there or refuse the file. Open it in your editor, choose "Save as", and
there the encoding UTF-8. If the file is made anew again and again, this has to
happen where it comes from.
""",
    "LC605": """
Some editors put three invisible bytes before the text, by which they know
UTF-8. For a calendar program the file then does not begin with BEGIN:VCALENDAR,
and the standard allows nothing before it. Save it as "UTF-8", not as "UTF-8
with BOM".
""",
    "LC606": """
Each line of a calendar file ends with two invisible characters, CR and LF, the
last one too. The standard asks for that (RFC 5545, section 3.1), and strict
programs refuse anything else. On macOS and Linux editors write only LF
otherwise. Most let you change it in the bar at the bottom, where it is called
"CRLF" or "Windows". If the file lies in git, the line *.ics -text in
.gitattributes helps.
""",
    "LC607": """
Long lines are folded in calendar files, and their length is counted in bytes. A
letter such as ä has two of them, an emoji four. Here a fold goes right through
one, and programs that read line by line show two wrong characters there. You
can hardly mend that yourselves: it is a fault of the program that writes the
file.
""",
    "LC608": """
The text has a character that cannot be seen and that may not be in a calendar
file. Mostly it came along when somebody copied text from a PDF or a
spreadsheet. Delete it at the place that is named, or better where the text is
kept.
""",
    "LC609": """
In a calendar file each line begins with a name, and then there is a colon. This
one does not. Mostly a long text has run over several lines, and what continues
it does not begin with a blank. Depending on the program the end of the text is
missing then, or the whole file cannot be opened. A new paragraph in the text is
written as \\n.

Before:

    DESCRIPTION:We meet
    in the hall on the first floor.

After:

    DESCRIPTION:We meet\\nin the hall on the first floor.
""",
    "LC610": """
Between the name of a line and its colon there may be more, such as CN, the name
of a person. If it has a comma, a semicolon or a colon in it, it has to be in
quotes. Quotes in the name itself are not possible at all. Else some programs
misread the mail address or refuse the file.

Before:

    METHOD:REQUEST
    ORGANIZER;CN=Labor, Beispiel:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org

After:

    METHOD:REQUEST
    ORGANIZER;CN="Labor, Beispiel":mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org
""",
    "LC611": """
What begins with BEGIN: ends with END: and the same name, like a bracket. Here
its counterpart is missing. If the finding stands at the start of the file, it
probably broke off halfway: download it once more. Else somebody has deleted one
line too many.

Before:

    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M

After:

    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:LabCamp
    TRIGGER:-PT15M
    END:VALARM
""",
    "LC612": """
A calendar goes from BEGIN:VCALENDAR to END:VCALENDAR, and there is nothing
before it or after it. Perhaps two files were put together, or the text of a
mail was copied along. Calendar programs skip that or refuse the file. An event
that stands outside is then missing in the calendar.
""",
    "LC614": """
What holds for the calendar as a whole, such as its name or METHOD, stands at
the top, before the first entry. Further down the standard does not allow it
(RFC 5545, section 3.6), for whoever reads from top to bottom would learn it too
late. Move the line.

Before:

    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
    COLOR:navy

After:

    COLOR:navy
    BEGIN:VEVENT
    SUMMARY:LabCamp
    END:VEVENT
""",
    "LC615": """
The calendar is set up, but there is no event in it. The standard asks for one
entry at least, and strict programs refuse such a file. If it is a new feed,
wait with the link until the first event is known. If there have been events in
it, something went wrong with the export.
""",
}
