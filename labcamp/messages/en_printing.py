"""Findings about what is printed in English."""

from labcamp.messages import Message

PRINTING: dict[str, Message] = {
    "LC041": Message("there is no print '{kind}'", "do you mean '{nearest}'?", "there are: {known}"),
    "LC042": Message("{option} does not belong to '{kind}'", "leave {option} out; 'labcamp render-print --help' says what belongs to what"),
    "LC410": Message("Typst is missing on this computer, with which labcamp sets PDF files", "print the agenda from its HTML file, which is made for that; for Windows on ARM there is no Typst yet"),
    "LC411": Message("the template cannot be set: {problem}", "mend it here, or delete it, and the one that comes with labcamp holds again"),
    "LC223": Message("'{text}' is on the web: a picture from there tells its server who is reading what", "put the file into templates/ and write only its name: logo: logo.svg"),
    "LC224": Message("'{text}' is no picture in the folder templates/", "take a file that ends in .svg, .png or .jpg and write its way from templates/ on: logo: logo.svg"),
    "LC319": Message("there is no logo {path}", "put the file there, or delete the line; then the name of the series takes its place"),
    "LC413": Message("the logo cannot be read: {problem}", "save it anew as SVG, PNG or JPEG, or delete the line 'logo' in events/series.yaml"),
    "LC948": Message("the PDF files are missing: this computer has no Typst, with which labcamp sets them", "print the agenda from agenda.html, which is made for that; with --no-pdf this is not said again"),
    "LC412": Message("the template fetches a package from the network: {package}", "put the files of the package into your folder templates/ and import them from there; labcamp fetches nothing when it prints"),
    "LC944": Message("there is no font to print the character {sign} in '{key}'", "write it differently for paper, or � stands there; in mails and on web pages it does no harm"),
    "LC945": Message("there is no font to print the character {sign} in this cell", "write the name as it is to be printed, or � stands there; or add the character by hand"),
}  # fmt: skip
