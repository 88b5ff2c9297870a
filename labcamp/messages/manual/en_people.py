"""Manual pages in English: what lists of people lack."""

MANUAL = {
    "LC700": """
Who takes part stands in private/, in a CSV file of the same name as the event,
for example private/labcamp-12.csv. It comes from Excel ('Save as', 'CSV
UTF-8'), from pretix, Eventbrite or Microsoft Forms, just as the program writes
it. If it is somewhere else, name it with --to. The folder private/ does not
belong in git; labcamp init sees to that.
""",
    "LC701": """
A CSV file is plain text: a line for each person, and a semicolon or comma
between the cells. This file is something else, mostly a workbook (.xlsx) whose
name only ends in .csv. Open it in Excel or LibreOffice and save it as 'CSV
UTF-8'. labcamp reads the older Windows-1252 and Excel's 'Unicode text', too.
""",
    "LC702": """
The file is empty, or there are only empty lines in it. Mostly something went
wrong when it was saved, or another sheet was open. The first line has the names
of the columns, below it stands one person a line.
""",
    "LC703": """
labcamp goes by the names of the columns, never by their order. Here the first
line has a mail address in it, so the names are missing. Put a line before it,
with as many names as there are columns:

    First name;Last name;Email;Organisation
""",
    "LC704": """
Without a mail address nobody gets a draft. labcamp knows the names that Excel,
pretix, Eventbrite and Microsoft Forms give to this column, in German and
English. If yours is called differently, perhaps like a question of a form, say
so in private/<id>.yaml; the same goes for name, given (first name), family
(last name), organisation, country, status, came (was there) and consent:

    columns:
      email: "Where can we reach you?"
      organisation: "Where do you work?"
""",
    "LC705": """
Two columns have the same name, and labcamp needs one of them: it cannot know
which. Older versions of pretix, for example, write Company and Country twice,
once for the person and once for the invoice. Capital letters, blanks and the
signs * : - _ . make no difference. Rename the others, or delete them. Where
only one of them says anything, labcamp takes that one and says nothing; where
it needs neither, it is only advice (LC958).
""",
    "LC706": """
In private/<id>.yaml columns: says what a column is called. In this list there
is none of that name. Perhaps the question of the form was worded anew, or this
is the list of another event. Capital letters, blanks and the signs * : - _ .
make no difference.
""",
    "LC707": """
Forgetting cannot be undone: the list, the private file and all personal drafts
are gone afterwards. As long as the event is neither over nor cancelled you
still need them. If the list is there twice or wrong, --force helps; --dry-run
shows before what would happen.
""",
    "LC708": """
A list of people does not get that large: a megabyte is several thousand rows.
Mostly it is what people registered for at all events at once, or long answers
to questions. Export only the rows of this event and save the list once more.
""",
    "LC709": """
A text with a delimiter in it stands in quotation marks, so that it stays one
cell. Here one opens in the line with the names of the columns, and its end is
missing or stands in the middle of the cell. So nobody can say which columns
there are. Save the list once more from the program that it comes from.
""",
    "LC950": """
This person has declined, or their order was cancelled, refunded or has expired.
So they get no mail. labcamp names each such row, so that nobody vanishes
unseen. It knows the words for that from Excel, pretix and Eventbrite, in German
and English.
""",
    "LC951": """
The list has a column that says who has a seat. In this row it is empty, or it
says something that labcamp does not know. To guess would be wrong: somebody
would be promised a seat that nobody gave. Write a word that labcamp knows:
confirmed, paid, attending or yes; pending or open; waiting list; cancelled,
declined or no.
""",
    "LC952": """
There is a column in the list in which people consent to mail. Then only those
get any who said yes there: yes, ja, x, 1, a tick or a date. Where there are
several such columns, each of them needs a yes. Questions about photos,
recordings or the list of participants do not count.
""",
    "LC953": """
Nobody should get the same mail twice. So only one row counts for an address:
the one with the surest seat, else the first. If somebody has registered a
second person with their own address, put another one there for that person.
""",
    "LC954": """
The column for the mail address says nothing in this row. Of a form that
everybody may fill in, Microsoft Forms writes 'anonymous' there; then labcamp
takes the answer to your own question for the address, if there is just one of
that kind. Else say it with columns: in private/<id>.yaml.
""",
    "LC955": """
This is no address that mail can be written to: a sign is missing or too much,
there are two of them, or it goes over two lines. labcamp only looks at how it
is written and does not ask the network. Addresses that end in .test or .local
do not exist outside of your house. Letters such as ü may stand behind the @ but
not before it, for many servers do not take them there.
""",
    "LC956": """
Each row has as many cells as the first one. Where one has more or fewer, all
that follows may have slipped, and somebody would get the mail of another
person. Mostly there is a semicolon or comma in a cell without quotation marks
round it. Empty cells at the end of a row do no harm.
""",
    "LC957": """
A quotation mark opens here and does not close at the end of the cell, or there
is a control character in the name that nobody sees. labcamp leaves such a row
out and goes on with the next one. A line break in a name is no mistake: it
becomes a blank. Write the cell anew; a quotation mark in a text is written
twice: "".
""",
    "LC958": """
Two columns have the same name. labcamp needs neither of them, so this is only
advice: the waiting list of pretix, for example, has two columns 'Date'. Who
reads the list with another program easily loses one of them.
""",
    "LC959": """
Nobody keeps data about people longer than needed. Either the day has come that
stands in private/<id>.yaml as delete_after:, or the event has been over for
more than a month and no day stands there. labcamp forget deletes the list, the
private file and all personal drafts; how many people there were stays in the
file of the event. Think of copies in the mail program and where people
registered, too.
""",
}
