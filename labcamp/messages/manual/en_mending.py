"""Manual pages in English: what check looks at besides the texts of events."""

MANUAL: dict[str, str] = {
    "LC019": """
Some options make sense only in pairs. An editor sends the text of a file that
is not saved yet with --stdin, and says with --filename which file that is. With
--fix labcamp mends the files; --dry-run then only shows what would change.

    labcamp check --stdin --filename events/labcamp-12.yaml
    labcamp check --fix --dry-run
""",
    "LC519": """
In this file stand the mail addresses of many people, or it is called as a list
of registrations is. Git keeps every version for ever, and gives it to everybody
who copies the repository. Only addresses that look like people's are counted:
info@… and addresses at example.org are not.

Take the file out of git without deleting it, and put it into private/:

    git rm --cached registrations.csv

`labcamp init` makes a .gitignore that keeps private/ out. If the file has been
on a server, ask there how to clean the history, too. If it is no such list
after all, switch the rule off in series.yaml:

    rules: {addresses-in-git: All names in it are made up.}
""",
    "LC979": """
A comment takes exception to a rule here, but the rule would have nothing to
say. Perhaps the text is another one by now. As long as the comment stands
there, it hides the next mistake in the same place. Delete it:

    summary: We meet on Thursday.  # labcamp: ok weekday-wrong

Nobody looks at events that are over any more, so this is not said of them.
""",
    "LC997": """
The folder belongs to an event whose file is no longer in events/, or it has
another name now. Or it is the calendar file of an event that has no day any
more. labcamp has written it once, and deletes nothing by itself. Whoever finds
it takes it for valid, though: delete it, and if you publish out/ on the web, do
so there, too.
""",
}
