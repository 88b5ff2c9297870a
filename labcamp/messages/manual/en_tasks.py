"""Manual pages in English: what there is to do around an event."""

MANUAL = {
    "LC017": """
Each task has a name that stays, such as date-checked or invitation. The plan
has no task of this name, so labcamp has changed nothing. The hint names all of
them, and `labcamp todo` shows them in its last column.
""",
    "LC018": """
A hand-over is for exactly one organisation. Where the event has a single host,
that is meant; where it has none yet, or several, say so with --to and the id
from organisations.yaml.
""",
    "LC228": """
In templates/tasks.yaml, days: says how many days before or after the event
something is due. It takes a number with a minus (before) or without one
(after), or a span in words. Without days: the task has no day.

    invite:
      title: Invite
      days: -42
    clear-up:
      title: Clear up
      days: 1 week after
""",
    "LC229": """
In templates/tasks.yaml, if: says for which events there is a task. All that
stands there has to hold; what has not before it must not. There are:

    online, on-site, hybrid   on the web, in a place, both
    has-place, has-date       the place or the day is known
    several-days              more than one day
    has-hosts                 at least one host
    has-moderation            who moderates is known
    has-agenda                there is an agenda
    has-registration          the address to register at is known
    has-deadline              the registration closes on a day
    seats                     there are only so many seats
    draft, confirmed          a draft, confirmed
    cancelled                 cancelled
    announced                 recorded with `labcamp announce`

A cancelled event has only the tasks that name cancelled.
""",
    "LC947": """
Commands take the name of a file, a number, next, or last. If a file itself is
called next.yaml, last.yaml or 12.yaml, `labcamp show next` still means the next
event, and `labcamp cancel 12` the one with the number 12. Nobody has to stop
for that, so it is only advice: all texts are made as always. Give the file a
name of its own before you announce the event, for the name is a part of each
calendar entry. After that, name it with its folder in commands:
events/next.yaml.
""",
    "LC949": """
done: in an event file holds the names of the tasks that are done. The plan does
not know this name: it is a slip, or the task has another name in your
templates/tasks.yaml now. The task that was meant still counts as open.
`labcamp done` writes the names as they are.
""",
}
