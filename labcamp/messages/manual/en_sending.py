"""Manual pages in English: what must not go out."""

MANUAL = {
    "LC510": """
A draft may still have gaps. A mail that a server sends may not: who gets it has
to see who is responsible. Add imprint: to events/series.yaml, as text or as the
address of the page, and make the mail again. Nothing has been written.
""",
    "LC511": """
Who gets a mail by way of a list must be able to leave it easily; the law asks
for that, too. A draft still has a placeholder for it. Add the address to
events/series.yaml, as unsubscribe: under newsletter:, a page on the web or
mailto: with a mail address.
""",
    "LC512": """
Besides its version with layout each mail has one in plain text. Some people
read only that, because their administration has set it so, and filters get
suspicious where it is missing. Here it is empty. Look what your own template
prints for the text version.
""",
    "LC513": """
Who reads a mail as plain text should be able to do the same as all others. A
link of the version with layout is missing there. Add it to the text version in
the template, best on a line of its own. What counts is where it leads, not how
it is written.
""",
    "LC514": """
With several addresses in 'To', each person sees those of all others. That is a
data breach, and it cannot be taken back. Write the address of the list there,
or your own; all others belong in 'Bcc', which nobody sees.
""",
    "LC516": """
Subject, sender and receiver each stand on one line. With a line break in them,
the rest could become another header, such as a secret receiver. Delete the
character. It often comes along when text is copied from a PDF or a table.
""",
    "LC517": """
An invitation that the calendar answers says twice what it wants: in the mail
and in its calendar, both times as METHOD. Where the two differ, Outlook shows
no buttons to accept and decline. Make them the same (RFC 6047, section 2.4).
""",
    "LC518": """
Below private/ there are lists of people, ways to join and telephone numbers.
They never belong into git: it keeps every version for ever and hands it to all
who clone. "git rm -r --cached private" takes them out without deleting your
files, and a line private/ in .gitignore keeps them out. If they have been on a
server, change the way to join, and ask how to clean the history, too.
""",
}
