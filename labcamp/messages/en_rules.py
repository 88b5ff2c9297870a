"""What is wrong with what people wrote, in English: what must not be public, and what was left over or left out."""

from labcamp.messages import Message

RULES = {
    "LC522": Message("here is a link that lets everybody who reads it into the meeting ({service})", "it belongs in private/{id}.yaml, in a line join: https://...; here stands the page to register at most", "it belongs in the private file of the event (private/...), in a line join: https://..."),
    "LC523": Message("everybody can read here what lets people into the meeting ({sort})", "it belongs in private/{id}.yaml, under join:, at passcode: or phone:", "it belongs in the private file of the event (private/...), under join:, at passcode: or phone:"),
    "LC524": Message("people can be heard or seen behind '{title}', and it is not said that they have agreed", "ask them, then add consent: yes; else take the link out"),
}  # fmt: skip
