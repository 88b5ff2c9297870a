"""Manual pages in English: what is good to know and stops nothing."""

MANUAL = {
    "LC901": """
labcamp remembers what it wrote. This file looks different now, so somebody has
changed it by hand, and labcamp leaves it alone. If your changes should stay,
there is nothing to do. If you want the new version, delete the file or use
--force. A change that should last belongs in the event file or in a template.
""",
    "LC902": """
Whoever publishes a mail or a page usually has to say who is responsible for it.
events/series.yaml says nothing about that yet, so drafts show a placeholder.
Write the text down, or the address of the page that has it.

After:

    imprint: https://example.org/imprint
""",
    "LC903": """
Whoever gets a newsletter needs an easy way to leave it; the law asks for that,
too. events/series.yaml does not say how yet, so drafts show a
placeholder. Give an address on the web, or mailto: with a mail address.

After:

    newsletter:
      unsubscribe: mailto:labcamp@example.org
""",
    "LC904": """
The event is cancelled, and all texts say so first. Those who have registered
would like to know why. One sentence will do; if you do not want to give a
reason, leave it as it is.

Before:

    title: LabCamp
    status: cancelled

After:

    title: LabCamp
    status: cancelled
    reason: We cannot find a room.
""",
    "LC905": """
The series is set up, but there is no event yet to make anything from. That is
as it should be at the start. `labcamp new-event` asks for the least that is
needed and makes the first file.
""",
    "LC906": """
The event has been announced, and its file says something else now. In calendar
files labcamp already counts one revision up, so that calendars take the change
over. Who has not subscribed to a file learns of it only by mail. Once you have
told everybody, call labcamp announce; until then this reminds you.
""",
    "LC907": """
In this calendar file each session is an entry of its own. Those named are not
in it, for they have no start or no end. Both follow from the time of the event
and the minutes of each session; one without minutes makes all later ones
unknown.
""",
    "LC908": """
The event has a new day, and the old one stands in moved_from:. A text that you
have written yourselves still names the old day, such as the subject of the
newsletter. labcamp does not change your sentences. Name the new day there; if
the old one is really meant, there is nothing to do.

Before:

    date: 2027-03-18
    moved_from: 2027-03-11
    summary: We meet on 11 March.

After:

    date: 2027-03-18
    moved_from: 2027-03-11
    summary: We meet on 18 March.
""",
    "LC909": """
This organisation stands in events/organisations.yaml, but no event names it:
not as a host, not with a person, and neither does the series. Perhaps an id was
mistyped, or an event is gone. Delete the entry, or let it stay with a comment.
""",
    "LC940": """
When a post gets too long, labcamp leaves out what it can: the closing sentence,
the summary sentence by sentence, then place, reason or numbers, the theme, and
the hashtags last. Here even that was not enough: title, date and link alone are
longer than the channel allows. labcamp cuts nothing inside a sentence, so the
post stands whole in its file. Shorten it there, or give the event a shorter
title.
""",
    "LC941": """
Who has registered for a meeting online gets the way to join with this mail. It
never stands in events/ but in private/, and that file is missing or names no
address. The draft has a gap there, which you can also fill by hand.

private/labcamp-12.yaml then looks like this:

    join: {url: https://meet.example.org/room, passcode: "1234"}
""",
    "LC942": """
labcamp remembers which drafts it wrote. You have changed this one since, so it
stays as it is however often you run the command. The row of the list says which
one it is; the file is called after the person's address. If the new text shall
hold, delete the file, or take --force, which replaces all of them.
""",
    "LC943": """
Who is no longer on the list should get no mail any more. So each run without
--limit deletes the drafts for all who are not there now. It never deletes one
that you have changed yourselves. Look at it: the address is the name of the
file. If it is for nobody any more, delete it.
""",
    "LC944": """
Labcamp brings the fonts that it prints with: for languages in Latin, Greek and
Cyrillic, Hebrew and Arabic letters, and for arrows, ticks and emoji. None of
them has the character that is named, so on paper the sign for that stands in
its place. In mails and on web pages it is there, for there the device brings
the fonts.

Before:

    title: Greetings from 東京

After:

    title: Greetings from Tokyo

Where nothing is printed, switch the advice off in series.yaml: rules:
{no-glyph: "we do not print"}.
""",
    "LC945": """
In this cell of the list stands a character that none of the fonts has that
labcamp prints with. On the badge or in the list the sign for that stands in its
place. Write the name in the list in the way it can be printed, or add the
character by hand. Best ask the person whose name it is.
""",
    "LC948": """
labcamp sets PDF files with Typst, and there is no version of that for Windows
on ARM yet. Everything else is made. The page agenda.html is made for A4: open
it in the browser and print it.
""",
}
