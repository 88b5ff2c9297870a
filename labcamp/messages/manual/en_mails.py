"""Manual pages in English: what keeps mails from arriving well."""

MANUAL = {
    "LC501": """
Gmail shows only the first 100 KB of a mail, and below it a link 'View entire
message'. So the end is cut off, and there stand the way to unsubscribe and the
imprint. Shorten long texts, and link to what should be long. Often much comes
from a template of your own.
""",
    "LC502": """
A screen reader has to know whether to read a mail out in German or in English.
lang says so. It stands in two places: in <html>, and once more in what is
around the whole content. For some mail programs throw <html> away when they
forward a mail. The templates that come with labcamp have both.
""",
    "LC503": """
Who hears a mail instead of seeing it, and who has pictures switched off, gets
only the text in alt. Say there in one sentence what the picture says. If it is
only decoration, write alt="" with nothing in between, and it is passed over.

Before:

    <img src="cid:logo" width="120">

After:

    <img src="cid:logo" width="120" alt="LabCamp">
""",
    "LC504": """
A link needs two things: an address that it leads to, and some words to click
on. Here one of them is missing. In a mail, mostly a value of the template was
empty, and a link around a picture needs the text in alt. In the file of an
event it says something like [Register]() there.

Before:

    <a href="">Register</a>

After:

    <a href="https://example.org/register">Register</a>
""",
    "LC505": """
What begins with http: can be read and changed by everybody on the way, and
browsers warn of it. Nearly every site can be had with https:, too. Try it out,
and write that address.

Before:

    <a href="http://example.org/report">The report</a>

After:

    <a href="https://example.org/report">The report</a>
""",
    "LC506": """
Something is left in the mail that nobody is meant to read: a bracket of a
template, an empty value, or a note such as TODO. Look for it in the event file
or in your template. Square brackets such as [Enter the imprint] are meant and
are not told here.

Before:

    <p>We meet in TODO.</p>

After:

    <p>We meet in Cologne.</p>
""",
    "LC507": """
If a mail loads a picture, a font or something else from the web when it is
opened, the server there learns who has read it, when and where. Many programs
block this, and the mail looks broken. Take it out, or link to it: then each
person decides.

Before:

    <img src="https://example.org/picture.png" alt="The hall">

After:

    <a href="https://example.org/picture.png">A picture of the hall</a>
""",
    "LC508": """
Additions such as utm_source tell the site by which mail somebody has come, and
some tell even who. They often come along when an address is copied from another
newsletter. Delete them, the page opens all the same.

Before:

    <a href="https://example.org/report?utm_source=mail">The report</a>

After:

    <a href="https://example.org/report">The report</a>
""",
    "LC509": """
Scripts, forms and embedded pages do not work in mails. Mail programs take them
out, and filters hold the mail for dangerous. Link to a page on the web instead.

Before:

    <form action="https://example.org/register">Register</form>

After:

    <a href="https://example.org/register">Register</a>
""",
    "LC920": """
An inbox shows about 60 characters of a subject, a telephone even fewer. Nobody
reads what comes after. What matters most stands first: what, where, when. The
subject of the newsletter can be written in the event file.

After:

    newsletter:
      subject: "LabCamp in March in Cologne: the agenda, 8 seats left"
""",
    "LC921": """
From 100 KB on, Gmail cuts a mail off. This one is still below, but not by much:
lists and mail programs add something on the way. Better shorten a long text
now, or link to it.
""",
    "LC922": """
After the subject, an inbox shows a line of preview. If it is too short, the
program fills it with what comes first in the mail; if it is too long, it is cut
off. 80 to 110 characters are good, saying what the subject has no room for: the
deadline and a second topic.

After:

    newsletter:
      preheader: >
        Register until 4 March. You also read what has become of the atlas of
        all labs.
""",
    "LC923": """
Subject and preview stand side by side in an inbox. If both say the same, the
second line is wasted. Say something new in it, such as the deadline, the place
or a second topic.
""",
    "LC924": """
Who hears a mail jumps from heading to heading. For that it needs a single h1 at
the top, then h2, then h3, without a level left out. How large something looks
does not matter for this.

Before:

    <h1>LabCamp</h1><h3>Agenda</h3>

After:

    <h1>LabCamp</h1><h2>Agenda</h2>
""",
    "LC925": """
Screen readers can read out all links of a text, one after the other. 'Here',
'more' or a bare address then say nothing. Write into the link what is behind
it, so in a file [See the agenda](https://...). Mail addresses may stay as they
are.

Before:

    <p>The agenda is <a href="https://example.org/agenda">here</a>.</p>

After:

    <p><a href="https://example.org/agenda">See the agenda</a></p>
""",
    "LC926": """
A mail should speak to people in one way throughout. Here a German mail says Sie
in one place, and ihr or du in another. Mostly one comes from the template and
the other from a text of the event file. Which one holds stands in
events/series.yaml, at address:. So a file is told, too, that has only one of
them, but not this one. What stands in quotes does not count.

Before:

    <p>Bitte melden Sie sich an.</p><p>Wir freuen uns auf euch.</p>

After:

    <p>Bitte meldet euch an.</p><p>Wir freuen uns auf euch.</p>
""",
    "LC927": """
A German text has a colon in one place and an asterisk in another, to name
people of all genders. Both are understood; side by side they look undecided.
Keep to one sign; the templates that come with labcamp take the colon.

Before:

    <p>Alle Teilnehmer:innen und Kolleg*innen sind eingeladen.</p>

After:

    <p>Alle Teilnehmer:innen und Kolleg:innen sind eingeladen.</p>
""",
    "LC928": """
On a telephone, a paragraph of 90 words fills the whole screen. Divide it: in
the event file an empty line in description: is enough. Often the second part
can be left out altogether.
""",
    "LC929": """
Words in capitals, several emojis, or a 'Re:' that answers no mail are known
from advertising. Filters sort such mails out, and so do people. Screen readers
often spell words in capitals letter by letter, too.
""",
}
