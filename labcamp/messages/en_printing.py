"""Findings about what is printed in English."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("there is no print '{kind}'", "do you mean '{nearest}'?", "there are: {known}"),
    "LC042": Message("{option} does not belong to '{kind}'", "leave {option} out; 'labcamp render-print --help' says what belongs to what"),
    "LC045": Message("there are no badges of the size '{size}'", "there are these (width x height in mm): {known}"),
    "LC046": Message("nobody on this list has a confirmed seat, so there is nothing to print", "'labcamp people' shows what was read from the list, and why rows are missing"),
    "LC047": Message("'{title}' has no tables for which a card could be printed", "write beside a session which tables it has: tables: [First theme, Second theme]"),
    "LC048": Message("'{title}' has no place with a door for a sign", "if people come to it, say where: place: {{name: House of Ideas, room: Hall 2, city: Berlin}}"),
    "LC410": Message("Typst is missing on this computer, with which labcamp sets PDF files", "print the agenda from its HTML file, which is made for that; for Windows on ARM there is no Typst yet"),
    "LC411": Message("the template cannot be set: {problem}", "mend it here, or delete it, and the one that comes with labcamp holds again"),
}  # fmt: skip
