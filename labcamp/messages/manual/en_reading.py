"""Manual pages in English: what cannot be read."""

MANUAL = {
    "LC101": """
labcamp cannot go on from here, and can give the reason only in the words of the program that takes the
file apart. Compare this line and the one before with a file that works: is there a colon and a blank
after each key, are all quotes and brackets closed? Lines that begin with %YAML can be deleted.
""",
    "LC102": """
The same key stands twice, one below the other. Only one can count, and only you know which. Delete one
of the two lines; if both values should stay, put them together.

Before:

    hosts: citylab-berlin
    hosts: next

After:

    hosts: [citylab-berlin, next]
""",
    "LC103": """
At the start of a text the signs & and * have a special meaning in YAML that nobody needs here. Most
often a plain text is meant. Put it in quotes.

Before:

    theme: *New* labs

After:

    theme: "*New* labs"
""",
    "LC104": """
At the start of a text the sign ! has a special meaning in YAML that nobody needs here. Most often a
plain text is meant. Put it in quotes.

Before:

    theme: !Attention, labs

After:

    theme: "!Attention, labs"
""",
    "LC105": """
Three hyphens or three dots at the start of a line mean that a new file begins. An event is one file,
though. Delete the line; if a second event follows, move it to a file of its own. If it is meant as a
line across the text, indent it.

Before:

    title: LabCamp
    ---
    title: Another LabCamp

After:

    title: LabCamp
""",
    "LC106": """
The line begins with a tab, the sign that the tab key makes. It looks like blanks, but it is as wide as
each program likes, so only blanks may be used to indent. Delete it, and type two blanks for each
level. Many editors can be told to write blanks when you press that key.
""",
    "LC107": """
There is a sign in this line that nobody sees and that belongs in no text. It often comes along when
text is copied from a PDF or a word processor. It does harm in mails and calendars. Delete it at the
place that is named, or type the word again.
""",
    "LC108": """
There are very many levels inside each other here, more than an event ever needs. Most often a row of
brackets was left behind, or each line is indented further than the one before. Check brackets and
indentation from here on.
""",
    "LC109": """
An event file is text, and seldom has more than a few pages. This one has more than a megabyte; perhaps
a picture or a whole document has got into it, or the file does not belong here at all. Keep long
documents somewhere else, and name their address under links.

After:

    links:
      - title: Minutes
        url: https://example.org/minutes.pdf
""",
    "LC110": """
Text can be saved in several encodings, which differ in how letters like ä and é are kept. labcamp
reads UTF-8, which works everywhere. This file was saved in another one, and at the place that is named
there probably is such a letter, or a curly quote. Open it in your editor, choose "Save as", and there
the encoding UTF-8.
""",
    "LC111": """
A colon with a blank behind it divides a key from its value, and that works only once in each line. If
the text itself has a colon, put it in quotes. Else the line is indented too far, or the line before
lacks its colon, or the blank behind it.

Before:

    theme: Phases of life: birth and childhood

After:

    theme: "Phases of life: birth and childhood"
""",
    "LC112": """
A text in quotes begins here, and its end is missing; then all that follows counts as part of the text.
Put the same sign at its end as at its start. Inside double quotes the backslash has a special meaning,
too: write it twice there.

Before:

    theme: "Connecting labs

After:

    theme: "Connecting labs"
""",
    "LC113": """
From the indentation labcamp knows what belongs together: all that is on one level begins in the same
column. This line fits no level before it. Indent it as far as its siblings.

Before:

    agenda:
      - title: Welcome
       minutes: 15

After:

    agenda:
      - title: Welcome
        minutes: 15
""",
    "LC114": """
There is nothing in the file, or only comments, which are lines that begin with #. An event needs at
least a number or a title. Fill the file in, or delete it if it was made by accident.

After:

    title: LabCamp
""",
    "LC115": """
An event file is made of lines with a key, a colon, a blank and a value. This one begins with something
else: with a hyphen, or the blank behind the colon is missing. If the text came from another program,
it may be a no-break space, which only looks like a blank; then type it again.

Before:

    - title: LabCamp

After:

    title: LabCamp
""",
    "LC116": """
Some signs have a special meaning at the start of a text in YAML, such as @, %, ` and a hyphen with a
blank. If a plain text is meant, put it in quotes. A list begins in the next line, and so does a long
text after | or >.

Before:

    theme: @citylab invites

After:

    theme: "@citylab invites"
""",
    "LC117": """
A bracket opens here that is not closed again, or the comma between two parts is missing. A # inside
the bracket can be the reason, too, for labcamp does not read on behind it. Close the bracket. If it is
part of a plain text, put the text in quotes.

Before:

    hosts: [citylab-berlin, next

After:

    hosts: [citylab-berlin, next]
""",
    "LC118": """
This line should begin with a key and a colon, like all lines on its level. Add it, with a blank behind
it. If the line still belongs to the text above, indent it.

Before:

    title: LabCamp
    theme Connecting labs
    date: 2027-03-11

After:

    title: LabCamp
    theme: Connecting labs
    date: 2027-03-11
""",
    "LC119": """
A key has to stand here, which is a plain word before a colon. But a bracket begins. Delete it. If it
is meant as a text that begins with a bracket, put the text in quotes.

Before:

    {date}: 2027-03-11

After:

    date: 2027-03-11
""",
    "LC120": """
A text that begins with a quote or a square bracket ends with its counterpart, too. Here something
follows after it, and labcamp cannot tell where it belongs. Put the whole text in quotes: in single
ones, if it has double ones itself.

Before:

    theme: "Connecting" labs

After:

    theme: '"Connecting" labs'
""",
}
