"""Manual pages in English: what is announced, changed, and sent to single people."""

MANUAL = {
    "LC020": """
While labcamp was about to change the file, it changed by itself: somebody has
saved it in an editor, or it was being synchronised. So that nothing is lost,
labcamp has written nothing. Call the command again, and it reads the new
version.
""",
    "LC021": """
labcamp changes only the one place in a file, and reads it again to be sure that
all the rest is as before. That could not be done here, mostly because the file
is written in an unusual way. Nothing is written. Put in the line that the hint
names yourself.
""",
    "LC022": """
events/announced/ holds what you have announced. For this record there is no
event any more, so whoever has it in the calendar does not learn what became of
it. If its file has only been renamed, give it its old name back, for the name
is the id in the calendar. If it does not take place, bring the file back and
cancel it (labcamp cancel). If really nothing of it shall remain, delete the
file in events/announced/, too.
""",
    "LC023": """
Announced means: people know of it, and their calendars hold on to it. As long
as the file says status: draft, the event is not ready for that. Set status:
confirmed, send the invitation, and then call labcamp announce.

Before:

    title: LabCamp
    status: draft
    date: 2027-03-11

After:

    title: LabCamp
    status: confirmed
    date: 2027-03-11
""",
    "LC024": """
To move an event takes a new date, a new time, or both. The command puts them
into the file and leaves all else as it is. For example: labcamp reschedule 12
--date 2027-09-23 --time 15:00-18:00. The old date is kept as moved_from:.
""",
    "LC025": """
Each sort of calendar file is for other people: some may see how to join, others
may not. So one call makes only one of them. Call the command again with the
other option.
""",
    "LC026": """
The way to join an event, its link, passcode and phone number, never stands in
events/, for everybody sees what is made from there. It stands in private/, in a
file with the same name. This folder does not belong in git; labcamp init sees
to that. The file looks like this:

    join:
      url: https://meet.example.org/room
      passcode: "1234"
      phone: +49 30 1234567
""",
    "LC027": """
A calendar can only show what has a start and an end. Both follow from the day
and the time of the event and from the minutes of each session; where one has
none, all that come later are unknown, until a session has a start: of its own.

Before:

    date: 2027-03-11
    time: 14:00-17:00
    agenda:
      - title: Arriving

After:

    date: 2027-03-11
    time: 14:00-17:00
    agenda:
      - {title: Arriving, minutes: 15}
""",
    "LC028": """
Whoever accepts or declines an invitation in the calendar answers by mail, to
the series. Without an address the answers would be lost, and some mail programs
do not even show the invitation. Fill in an address in events/series.yaml that
all of you read.

After:

    contact: {name: CityLAB, email: meetings@example.org}
""",
    "LC029": """
A cancellation removes the entry from the calendars of those who have accepted
it. That must not happen by accident, so the event has to be cancelled first:
labcamp cancel writes status: cancelled and the reason into its file.
""",
    "LC030": """
The event is cancelled. An invitation would bring it back into calendars. The
cancellation for single people is made by --cancel. If the event takes place
after all, set status: confirmed and announce it anew.
""",
    "LC031": """
The calendar of deadlines says by when something has to be done for an event. So
far that is the day on which registration closes. The events in question do not
name one.

After:

    registration: {until: 2027-03-04}
    date: 2027-03-11
""",
    "LC032": """
What is looked for stands under by: of a session: a person by name, or an
organisation by its id. A part of the name will do if it fits only one person.
Who moderates or hosts without a session of their own takes the calendar file of
the whole event.
""",
    "LC033": """
This file holds what not everybody should see: the way to join, an address, or
your own deadlines. So that it does not get onto the web together with out/,
labcamp always writes it to private/out/, which is not in git either. Leave out
--out and take the file from there.
""",
    "LC034": """
An invitation or a cancellation for single people is quickly sent and hard to
take back. So labcamp does not guess which event is meant here. Give its name,
its number, or next for the next one.
""",
    "LC035": """
Each mail has its time: thanks fit after the meeting, a reminder before it, a
cancellation only an event that is cancelled, a notice of change only when
something is different from what was announced (labcamp diff). `labcamp mails`
shows all of them with the day on which they are due.

To prepare a mail beforehand, make it as it would be on a day with --today:
labcamp render-mail thanks 12 --today 2027-09-20
""",
    "LC036": """
`labcamp render-mail` makes one of the mails around a meeting and wants its
name. `labcamp mails` shows all names, and the tab key completes them at the
terminal.
""",
    "LC037": """
A post is written for one channel, for each of them counts differently and takes
a different length. The word you gave is none of those that labcamp knows:
slack, mastodon, bluesky, linkedin and x. The channel comes first, then the
event: labcamp render-post mastodon next.
""",
    "LC038": """
With --to each person on the list gets a mail of their own. Nobody is left on
this one: it is empty, or every row drops out, because they all cancelled, have
no address or have not consented. labcamp people shows what each column stands
for, and which rows do not count and why.
""",
    "LC039": """
--limit makes drafts for the first people of a list only, so that you can look
at them before it is everybody. Without --to there is no list but one mail for
all, so there is nothing to count.

    labcamp render-mail confirmation 12 --to --limit 2
""",
}
