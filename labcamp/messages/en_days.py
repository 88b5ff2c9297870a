"""Findings about which day is good in English."""

from labcamp.messages import Message

DAYS: dict[str, Message] = {
    "LC015": Message("'{text}' is no day of the week", "write it like Tue or Tuesday, several with commas: --weekday Tue,Wed,Thu"),
    "LC016": Message("from {first} to {last} no day can be proposed: {reason}", "name the first and the last day or month: --between 2027-09-01/2027-11-30 or --between 2027-09/2027-11"),
    "LC226": Message("the calendar file '{text}' is not beside avoid.yaml", "save it as .ics in the folder events/ and write its name here: calendars: [fairs.ics]; labcamp fetches nothing from the web"),
    "LC227": Message("it cannot be read when this is (entries of this sort: {count})", "delete the entry, or write its days into avoid.yaml; labcamp check-ics says what exactly is wrong"),
    "LC988": Message("the event is on a public holiday: {what}", "take another day; `labcamp dates {id}` proposes some"),
    "LC989": Message("the event is in school holidays: {what}", "think of who will be away then; `labcamp dates {id}` proposes other days"),
    "LC990": Message("the event is on a bridge day beside: {what}", "many take that day off; `labcamp dates {id}` proposes other days"),
    "LC991": Message("labcamp does not know whether there are school holidays on that day: {what}", "find out yourselves when the holidays are there: {where}", "give the hosts one in organisations.yaml (region: DE-BE), or the series in series.yaml (regions: [DE-BE, AT-9])"),
    "LC992": Message("the clocks change on that day ({zone})", "take another day, or tell those who come"),
    "LC993": Message("something is on that day already: {title} ({path}:{line})", "take another day if it concerns the same people; more about it: {url}", "take another day if it concerns the same people; else delete the entry"),
    "LC994": Message("the event is at a weekend: {what}", "is the date right? `labcamp dates {id}` proposes working days"),
    "LC995": Message("some have that day off: {what}", "think of who will be away then; `labcamp dates {id}` proposes other days"),
}  # fmt: skip

# Why no day can be proposed in a period
REASONS = {
    "upside down": "the last day is before the first",
    "over": "that time is over",
    "too long": "that is more than three years",
    "no weekday": "none of the days of the week is in it",
}
