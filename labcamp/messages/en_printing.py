"""Findings about what is printed in English."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("there is no print '{kind}'", "do you mean '{nearest}'?", "there are: {known}"),
    "LC042": Message("{option} does not belong to '{kind}'", "leave {option} out; 'labcamp render-print --help' says what belongs to what"),
    "LC410": Message("Typst is missing on this computer, with which labcamp sets PDF files", "print the agenda from its HTML file, which is made for that; for Windows on ARM there is no Typst yet"),
    "LC411": Message("the template cannot be set: {problem}", "mend it here, or delete it, and the one that comes with labcamp holds again"),
    "LC412": Message("the template fetches a package from the network: {package}", "put the files of the package into your folder templates/ and import them from there; labcamp fetches nothing when it prints"),
    "LC944": Message("there is no font to print the character {sign} in '{key}'", "write it differently for paper, or � stands there; in mails and on web pages it does no harm"),
    "LC945": Message("there is no font to print the character {sign} in this cell", "write the name as it is to be printed, or � stands there; or add the character by hand"),
}  # fmt: skip
