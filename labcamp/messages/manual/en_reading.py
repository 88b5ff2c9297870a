"""Manual pages in English: what cannot be read as a file."""

MANUAL = {
    "LC101": """
labcamp cannot go on from here, and can give the reason only in the words of the
program that takes the file apart. Compare this line and the one before with a
file that works: is there a colon and a blank after each key, are all quotes and
brackets closed? Lines that begin with %YAML can be deleted.
""",
    "LC102": """
The same key stands twice, one below the other. Only one can count, and only you
know which. Delete one of the two lines; if both values should stay, put them
together.

Before:

    hosts: citylab-berlin
    hosts: next

After:

    hosts: [citylab-berlin, next]
""",
    "LC103": """
At the start of a text the signs & and * have a special meaning in YAML that
nobody needs here. Most often a plain text is meant. Put it in quotes.

Before:

    theme: *New* labs

After:

    theme: "*New* labs"
""",
    "LC104": """
At the start of a text the sign ! has a special meaning in YAML that nobody
needs here. Most often a plain text is meant. Put it in quotes.

Before:

    theme: !Attention, labs

After:

    theme: "!Attention, labs"
""",
    "LC105": """
Three hyphens or three dots at the start of a line mean that a new file begins.
An event is one file, though. Delete the line; if a second event follows, move
it to a file of its own. If it is meant as a line across the text, indent it.

Before:

    title: LabCamp
    ---
    title: Another LabCamp

After:

    title: LabCamp
""",
    "LC106": """
The line begins with a tab, the sign that the tab key makes. It looks like
blanks, but it is as wide as each program likes, so only blanks may be used to
indent. Delete it, and type two blanks for each level. Many editors can be told
to write blanks when you press that key.
""",
    "LC107": """
There is a sign in this line that nobody sees and that belongs in no text. It
often comes along when text is copied from a PDF or a word processor. It does
harm in mails and calendars. Delete it at the place that is named, or type the
word again.
""",
    "LC108": """
There are very many levels inside each other here, more than an event ever
needs. Most often a row of brackets was left behind, or each line is indented
further than the one before. Check brackets and indentation from here on.
""",
    "LC109": """
An event file is text, and seldom has more than a few pages. This one has more
than a megabyte; perhaps a picture or a whole document has got into it, or the
file does not belong here at all. Keep long documents somewhere else, and name
their address under links.

After:

    links:
      - title: Minutes
        url: https://example.org/minutes.pdf
""",
}
