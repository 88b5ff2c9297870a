"""Manual pages in English: values of which a key takes only some."""

MANUAL = {
    "LC210": """
An address on the web begins with https:// (or mailto: for a mail) and has no
blanks. It is best copied from the top of your browser. Without its beginning no
mail program would know where the link leads.

Before:

    registration:
      url: www.example.org/register

After:

    registration:
      url: https://www.example.org/register
""",
    "LC211": """
There are only two answers here: yes or no. If it is open, delete the line.

Before:

    place:
      name: Town hall
      online: perhaps

After:

    place:
      name: Town hall
      online: yes
""",
    "LC212": """
Organisations stand once in events/organisations.yaml, with name, place and
address. Events use only their ids, so they are called the same everywhere. This
id is missing there: it is spelled differently, or the organisation is new. This
is how to add one:

    innovation-lab-ulm:
      name: Innovation Lab Ulm
      place: Ulm
""",
    "LC213": """
A time zone says which clock counts, also when the clocks change. Its name is
made of continent and city. Most often you do not need the line at all, for the
zone of the series holds.

Before:

    zone: Vienna

After:

    zone: Europe/Vienna
""",
    "LC214": """
Colours are written as # and six signs, as every drawing program shows them. The
quotes are needed, for without them all that follows the # is lost.

Before:

    accent: blue

After:

    accent: "#0b4f8a"
""",
    "LC215": """
No program could send a mail to this address. Write the address alone, with its
@, without a name and without brackets. The name has a key of its own.

Before:

    contact:
      email: Ada Example <lab@example.org>

After:

    contact:
      name: Ada Example
      email: lab@example.org
""",
    "LC216": """
From the region labcamp knows public holidays and school holidays. It has a code
of country and state or canton (ISO 3166-2), such as DE-BE for Berlin, AT-9 for
Vienna or CH-ZH for Zurich.

Before:

    regions: [Berlin]

After:

    regions: [DE-BE]
""",
    "LC217": """
An id stands in addresses, in names of files and in calendar entries. To work
everywhere it has only small letters, digits and hyphens, and does not begin
with a hyphen.

Before:

    agenda:
      - title: Welcome
        id: Welcome & coffee

After:

    agenda:
      - title: Welcome
        id: welcome-coffee
""",
    "LC218": """
The domain is part of the id of every calendar entry. Only the name is meant,
without https:// and without a slash, in small letters. Choose one that stays
yours, and never change it: else all events stand in people's calendars twice.

Before:

    domain: https://example.org/

After:

    domain: example.org
""",
    "LC219": """
There is an empty text behind this key, which means quotes with nothing between
them. If you do not know yet what belongs there, delete the line or only the
quotes: what is unknown may be missing.

Before:

    theme: ""

After:

    theme:
""",
    "LC220": """
With rules: in series.yaml single checks can be switched off, by name and with
the reason. There is no check with this name, so nothing is switched off.
`labcamp explain` shows all names; those from LC301 on can be switched off.

For one place a comment is enough, behind it or in the line above, with the name
of the check and the reason:

    summary: »Wednesday, 11 March«  # labcamp: ok weekday-wrong, a quotation

What series.yaml says holds for all files. Give a reason, not just a no: whoever
reads the file later shall understand it.

Before:

    rules:
      numer-twice: Two series are counted side by side.

After:

    rules:
      number-twice: Two series are counted side by side.
""",
    "LC221": """
There is more than a month between the two days, and each day would get a
calendar entry of its own. Most often a digit of the year or month has slipped.
If something really takes that long, make several events of it.

Before:

    date: 2027-09-16/2028-09-17

After:

    date: 2027-09-16/2027-09-17
""",
    "LC222": """
With mails: in series.yaml you say how long before or after its day a mail is
due: in days or weeks, with a number. Whether before or after, labcamp knows by
itself. With no, you do not send this mail.

Before:

    mails:
      invitation: soon
      save-the-date: no

After:

    mails:
      invitation: 8 weeks
      save-the-date: no
""",
    "LC223": """
The logo of the series stands on all that is printed, and on the page with the
agenda. Were it fetched from the web, the server there would know who opened the
page, and when. So it is a file in the folder
templates/.

Before:

    logo: https://example.org/logo.svg

After:

    logo: logo.svg
""",
    "LC224": """
What stands under logo is a file in the folder templates/, with its way from
there, and with slashes. labcamp reads SVG, PNG and JPEG; SVG prints best.

Before:

    logo: logo.pdf

After:

    logo: pictures/logo.svg
""",
}
