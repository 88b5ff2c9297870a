"""What is wrong with what people wrote, in English: what must not be public, and what was left over or left out."""

from labcamp.messages import Message

RULES = {
    "LC522": Message("here is a link that lets everybody who reads it into the meeting ({service})", "it belongs in private/{id}.yaml, in a line join: https://...; only the page to register may stand here", "it belongs in the private file of the event (private/...), in a line join: https://..."),
    "LC523": Message("everybody can read here what lets people into the meeting ({sort})", "it belongs in private/{id}.yaml, under join:, at passcode: or phone:", "it belongs in the private file of the event (private/...), under join:, at passcode: or phone:"),
    "LC524": Message("people can be heard or seen behind '{title}', and it is not said that they have agreed", "ask them, then add consent: yes; else take the link out"),
    "LC909": Message("'{name}' is in no event and not in the series", "delete the entry, or write {id} where it takes part; if it shall stay, write # labcamp: ok organisation-unused behind it"),
    "LC910": Message("'{words}' comes from an example", "put in your own value, or delete the line"),
    "LC911": Message("nothing is in the agenda between {ends} and {start}", "if that is a break, add it (type: break); else change start:, minutes: or time:"),
    "LC912": Message("'{words}': the event is on another weekday", "write '{weekday}'; if something else is meant, name its date, too"),
    "LC913": Message("'{words}' belongs to an earlier edition, and this is {title}", "name the right edition; if the earlier one is meant, write # labcamp: ok edition-left behind it"),
    "LC914": Message("{address} seems to be the address of a single person, and everybody can read this file", "take an address of the office, such as contact@... or labcamp@...; if it is one already, write # labcamp: ok personal-address behind it"),
    "LC915": Message("'{title}' still lacks: {keys}", "licence: says what others may do with it, such as CC BY 4.0; consent: yes says that you have asked its authors"),
    "LC916": Message("the event has been over for {days} days, and nothing of it is here yet", "add what you know: attendance:, takeaways:, links:"),
    "LC917": Message("'{words}': that is the wrong year, the event is in {year}", "name the right year; if the earlier one is meant, write # labcamp: ok year-left behind it"),
    "LC918": Message("this address is already in {other}", "take the address for this event; if it holds for both, write # labcamp: ok link-copied behind it"),
    "LC919": Message("'{title}' begins at {start}, but stands behind '{other}'", "move the session up, or check start:"),
}  # fmt: skip
