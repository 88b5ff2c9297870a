"""Manual pages in English: the folder, its files, and what is asked for."""

MANUAL = {
    "LC001": """
labcamp looks for a folder called events with files in it that end in .yaml.
There are none here, so there is nothing to make invitations from. Perhaps you
are only in the wrong folder: change to the one that holds events, or name it
with --root. To begin anew, `labcamp init` makes a folder with all you need.
""",
    "LC002": """
labcamp needs a folder in this place, and there is a file with that name. As
long as it is there, no folder can have the name. Rename the file or move it
away, and all goes on; labcamp neither changes nor deletes it.
""",
    "LC003": """
The file is there, but your computer does not hand it over. The reason it gives
stands in brackets. Often another program holds the file, or it belongs to
somebody else; sometimes a folder has got a name with .yaml by accident. Close
other programs, check your rights, and try again.
""",
    "LC004": """
The name of an event file is its id as well: it stands in addresses, in names of
folders and in every calendar entry. To work everywhere it has only small
letters, digits and hyphens, and ends in .yaml. Call the file what the hint
proposes. Windows sometimes hides the ending; then the file is really called
labcamp-12.yaml.txt.
""",
    "LC005": """
labcamp wanted to write a file, and your computer did not let it. The reason it
gives stands in brackets. Most often another program has the file open, the disk
is full, or you may not change anything in this folder. What was there before
has not been touched. --out takes another folder.
""",
    "LC006": """
labcamp writes only into the folder that is meant for it. This name would lead
out of it, because it has two dots in it or because a link points somewhere
else; files of others could be overwritten that way. Take a plain name, or put a
real folder in place of the link.
""",
    "LC007": """
There is a file with this name already. labcamp never overwrites what you have
written, so nothing has happened. Give the new event another name with --id, or
open the file that is there and change it.
""",
    "LC008": """
You named an event that labcamp does not find in this folder. An event is named
by its file without .yaml, by its number, or by one of the words next and last.
`labcamp list` shows all of them. Write the number without the sign #, for the
command line does not read on behind it.
""",
    "LC009": """
There is no template with this name. Templates say what invitation, agenda and
newsletter look like. `labcamp templates` shows all names, and which file is
used for each.
""",
    "LC010": """
The file events/series.yaml says what holds for all events: what the series is
called, which language it speaks and who invites. Without it the texts have no
sender and no title. `labcamp init` writes the file and leaves everything else
as it is. This is the least that belongs in it:

    id: labcamp
    title: LabCamp
    domain: example.org
""",
    "LC011": """
You asked for the next or the last event, and there is none that fits. Cancelled
ones do not count, and without a date nobody can tell what comes first. Give an
event a date, or make one with `labcamp new-event`.
""",
    "LC012": """
Every finding of labcamp has a code of LC and three digits, and a name. The code
you gave does not exist. `labcamp explain` alone shows all of them, and `labcamp
explain LC301` explains one.
""",
    "LC013": """
A calendar entry needs at least a day. The day of this event is not known yet,
or only its month, so there is no entry. Nothing is wrong with that: once the
day is settled, write it down and run the command again.

Before:

    date: 2027-03

After:

    date: 2027-03-11
""",
    "LC014": """
The command lacks something that it cannot begin without. When somebody sits at
the screen, labcamp asks; with --yes or in a script it cannot. Give it with the
option that the hint names.
""",
}
