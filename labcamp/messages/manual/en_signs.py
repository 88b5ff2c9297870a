"""Manual pages in English: signs and lines that YAML takes for something else."""

MANUAL = {
    "LC110": """
Text can be saved in several encodings, which differ in how letters like ä and é
are kept. labcamp reads UTF-8, which works everywhere. This file was saved in
another one, and at the place that is named there probably is such a letter, or
a curly quote. Open it in your editor, choose "Save as", and there the encoding
UTF-8.
""",
    "LC111": """
A colon with a blank behind it divides a key from its value, and that works only
once in each line. If the text itself has a colon, put it in quotes. Else the
line is indented too far, or the line before lacks its colon, or the blank
behind it.

Before:

    theme: Phases of life: birth and childhood

After:

    theme: "Phases of life: birth and childhood"
""",
    "LC112": """
A text in quotes begins here, and its end is missing; then all that follows
counts as part of the text. Put the same sign at its end as at its start. Inside
double quotes the backslash has a special meaning, too: write it twice there.

Before:

    theme: "Connecting labs

After:

    theme: "Connecting labs"
""",
    "LC113": """
From the indentation labcamp knows what belongs together: all that is on one
level begins in the same column. This line fits no level before it. Indent it as
far as its siblings.

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
There is nothing in the file, or only comments, which are lines that begin with
#. An event needs at least a number or a title. Fill the file in, or delete it
if it was made by accident.

After:

    title: LabCamp
""",
    "LC115": """
An event file is made of lines with a key, a colon, a blank and a value. This
one begins with something else: with a hyphen, or the blank behind the colon is
missing. If the text came from another program, it may be a no-break space,
which only looks like a blank; then type it again.

Before:

    - title: LabCamp

After:

    title: LabCamp
""",
    "LC116": """
Some signs have a special meaning at the start of a text in YAML, such as @, %,
` and a hyphen with a blank. If a plain text is meant, put it in quotes. A list
begins in the next line, and so does a long text after | or >.

Before:

    theme: @citylab invites

After:

    theme: "@citylab invites"
""",
    "LC117": """
A bracket opens here that is not closed again, or the comma between two parts is
missing. A # inside the bracket can be the reason, too, for labcamp does not
read on behind it. Close the bracket. If it is part of a plain text, put the
text in quotes.

Before:

    hosts: [citylab-berlin, next

After:

    hosts: [citylab-berlin, next]
""",
    "LC118": """
This line should begin with a key and a colon, like all lines on its level. Add
it, with a blank behind it. If the line still belongs to the text above, indent
it.

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
A key has to stand here, which is a plain word before a colon. But a bracket
begins. Delete it. If it is meant as a text that begins with a bracket, put the
text in quotes.

Before:

    {date}: 2027-03-11

After:

    date: 2027-03-11
""",
    "LC120": """
A text that begins with a quote or a square bracket ends with its counterpart,
too. Here something follows after it, and labcamp cannot tell where it belongs.
Put the whole text in quotes: in single ones, if it has double ones itself.

Before:

    theme: "Connecting" labs

After:

    theme: '"Connecting" labs'
""",
    "LC121": """
Two of you have changed the same place, and when the two were joined git did not
know which version holds. It has left both and put lines of <, = and > between
them. Keep what is right and delete the other lines together with these signs.
In events/announced/ the version with the higher sequence holds.

Before:

    title: LabCamp
    <<<<<<< HEAD
    time: 14:00-17:00
    =======
    time: 15:00-18:00
    >>>>>>> moving

After:

    title: LabCamp
    time: 15:00-18:00
""",
}
