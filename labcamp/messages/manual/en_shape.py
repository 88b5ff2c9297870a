"""Manual pages in English: keys, and what stands behind them in general."""

MANUAL = {
    "LC201": """
A key is missing that has to be there, or nothing stands behind it. An event
needs a number or a title, each session a title, each link a title and an
address.

Before:

    agenda:
      - type: welcome

After:

    agenda:
      - title: Arrival and check-in
        type: welcome
""",
    "LC202": """
labcamp does not know this word in this place. So it would appear nowhere, and
nobody would notice. Keys are written in small letters; the hint names the one
that was probably meant. The id of an event is the name of its file and does not
stand inside it.

Before:

    day: 2027-03-11

After:

    date: 2027-03-11
""",
    "LC203": """
A plain text is expected behind this key, and there is a list, a bracket or an
indented line. Write the text in the same line. If it begins with a bracket, put
it in quotes.

Before:

    theme: [Labs]

After:

    theme: "[Labs]"
""",
    "LC204": """
A list is expected behind this key, even if it has only one item. Write each
item in a line of its own, indented, with a hyphen and a blank before it.

Before:

    agenda: Arrival and check-in

After:

    agenda:
      - Arrival and check-in
""",
    "LC205": """
There can be several values in this place, so each needs its key, or nobody
knows what is meant. The hint lists the keys. Write each value in a line of its
own, indented.

Before:

    newsletter: Invitation to LabCamp

After:

    newsletter:
      subject: Invitation to LabCamp
""",
    "LC206": """
labcamp cannot read this as a date, or there is no such day. Write it as
2027-03-11 or as 11.03.2027; labcamp works out the weekday. For date: a month
will do, and two days with / between them stand for an event of several days.

Before:

    date: March 11th, 2027

After:

    date: 2027-03-11
""",
    "LC207": """
labcamp cannot read this as a time of day. Write 14:00, in 24 hours. In time:
stands the start and, if it is known, the end; in start: only the start. If the
time is not settled yet, delete the line: the texts then say that it follows.

Before:

    time: 2pm to 5pm

After:

    time: 14:00-17:00
""",
    "LC208": """
A whole number is expected here, in digits only, with no words, comma or unit.
In minutes: the unit is always the minute. What cannot be said as a number
belongs in a text, such as note:.

Before:

    attendance:
      people: about 60

After:

    attendance:
      people: 60
      note: about 60 people
""",
    "LC209": """
This key has only a few values to choose from, in small letters. The hint lists
them. That an event has taken place need not be written down, it follows from
the date.

Before:

    status: fixed
    date: 2027-03-11

After:

    status: confirmed
    date: 2027-03-11
""",
}
