"""Manual pages in English: what was left over, left out, or stands in the wrong place."""

MANUAL = {
    "LC910": """
Names such as example.org and beispiel.de belong to nobody; they stand in
templates and manuals. One of them is still here, and the event is confirmed
already. The same goes for Musterstraße and Mustermann, where an address or a
person should be. In events/series.yaml it matters as soon as a confirmed event
is to come: imprint and contact stand in every mail. domain: stays as it is, for
it is part of the calendar entries.

Before:

    status: confirmed
    date: 2027-03-11
    registration: https://example.org/register

After:

    status: confirmed
    date: 2027-03-11
    registration: https://lab.example/register
""",
    "LC911": """
A session has a start of its own, and between it and everything before there is
a hole. Or the agenda ends long before the event does. On paper and in calendars
there is nothing then, and nobody knows what holds. If it is a break, add it.
More often a duration was changed, and the start after it was not.

Before:

    date: 2027-03-11
    time: 14:00-16:00
    agenda:
      - {title: Input, minutes: 45}
      - {title: Discussion, start: 15:00, minutes: 60}

After:

    date: 2027-03-11
    time: 14:00-16:00
    agenda:
      - {title: Input, minutes: 45}
      - {title: Break, type: break, minutes: 15}
      - {title: Discussion, start: 15:00, minutes: 60}
""",
    "LC912": """
A text names the hour at which the event begins with a weekday on which it is
not. Often it was moved, and the sentence stayed. It is safest not to write the
weekday at all: labcamp adds it everywhere. If something else at the same hour
is meant, name its date.

Before:

    date: 2027-03-11
    time: 14:00-17:00
    language: en
    summary: We meet on Wednesday at 14:00.

After:

    date: 2027-03-11
    time: 14:00-17:00
    language: en
    summary: We meet on Thursday at 14:00.
""",
    "LC913": """
A file is often made as a copy of the last one, and then its number stays
behind, mostly in the subject of the newsletter and in the address to register.
labcamp looks only where the event's own number has to be: in title, theme,
subject, preview text, in the note and the address to register, and in phrases
like 'invitation to ...'. A look back at earlier editions is fine.

Before:

    number: 12
    date: 2027-09-16
    newsletter:
      subject: "LabCamp #11 on 16 September: finding labs"

After:

    number: 12
    date: 2027-09-16
    newsletter:
      subject: "LabCamp #12 on 16 September: finding labs"
""",
    "LC914": """
The files in events/ are in git. What stands there once stays in its history,
even when somebody changes jobs or no longer wants to be written to. Take an
address of the office, which several people read. labcamp does not show the
whole address here, so that it is not in logs.

Before:

    contact: ida.beispiel@city.example

After:

    contact: lab@city.example
""",
    "LC915": """
Without a licence nobody may use slides, papers or pictures again, even if all
want it. Ask the authors whether you may show what is theirs and under which
licence, best when they agree to speak. CC BY 4.0 means: everybody may use it
who gives the names.

Before:

    status: confirmed
    date: 2026-12-10
    links:
      - {title: Slides, url: https://lab.example/slides, type: slides}

After:

    status: confirmed
    date: 2026-12-10
    links:
      - title: Slides
        url: https://lab.example/slides
        type: slides
        licence: CC BY 4.0
        consent: yes
""",
    "LC916": """
After two weeks people still remember, after two months they do not. Three
things are enough for the next newsletter to look back: how many were there,
what they took with them, and where there is something to read. After two years
labcamp no longer asks.

Before:

    status: confirmed
    date: 2026-11-12

After:

    status: confirmed
    date: 2026-11-12
    attendance: {people: 34, labs: 21}
""",
    "LC917": """
Day and month are right, but the year is that of the file this one was copied
from. The same goes for a year behind the name of the series and in the address
to register. Sentences about the past are fine. If the earlier year is really
meant, say so in a comment.

Before:

    date: 2027-03-11
    language: en
    summary: Join us on 11 March 2026.

After:

    date: 2027-03-11
    language: en
    summary: Join us on 11 March 2027.
""",
    "LC918": """
This event has the same address as an earlier one: to register, for the survey,
or of the place. Mostly it came along when the file was copied, and everybody
lands on the page of last time. Where several events had the same address
already, labcamp takes it for a page that always holds and says nothing; nor
does it about mailto: and the homepage of the series.
""",
    "LC919": """
In the file a session stands behind one that begins later on the same day in the
same room. labcamp takes the sessions in the order of the file: so they stand on
paper and in mails. Move the session, or correct its start.

Before:

    date: 2027-03-11
    agenda:
      - {title: Discussion, start: 15:00, minutes: 60}
      - {title: Input, start: 14:00, minutes: 60}

After:

    date: 2027-03-11
    agenda:
      - {title: Input, start: 14:00, minutes: 60}
      - {title: Discussion, start: 15:00, minutes: 60}
""",
}
