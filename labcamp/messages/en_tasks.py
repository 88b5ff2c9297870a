"""Findings about what there is to do around an event, in English."""

from labcamp.messages import Message

TASKS = {
    "LC017": Message("there is no task '{task}'", "did you mean '{nearest}'? There are: {known}", "there are: {known}"),
    "LC018": Message(
        "it is not clear to whom you hand over; hosts: {hosts}",
        "say it with the id from organisations.yaml: labcamp handover {event} --to ...",
    ),
    "LC228": Message(
        "'{text}' does not say how many days before or after",
        "write it like -42 or 6 weeks before, and what comes after like 7 or 1 week after",
    ),
    "LC229": Message(
        "there is no condition '{condition}'", "did you mean '{nearest}'? There are: {known}", "there are: {known}"
    ),
    "LC947": Message(
        "in commands '{id}' stands for another event: next, last and numbers are taken",
        "call the file {proposal}",
        "it is announced and keeps its name; in commands write events/{id}.yaml",
    ),
    "LC949": Message(
        "done: says '{task}', but there is no such task",
        "did you mean '{nearest}'? Else it stays in `labcamp todo {event}`",
        "`labcamp todo {event} --done` shows all",
    ),
}
