"""Manual pages in English: what keeps a print from being made."""

MANUAL: dict[str, str] = {
    "LC041": """
Prints are for the day itself: the agenda, and what else is needed on paper. The
word that was given is none of them. First comes the print, then the event:
labcamp render-print agenda next.
""",
    "LC042": """
Some options belong to one print only: --notes gives the agenda lines to write
on, --size says how large badges are, --to names the list of people. For this
print the option would change nothing.
""",
    "LC410": """
labcamp sets PDF files with Typst. It is installed together with labcamp, but
there is no version of it for Windows on ARM yet. Everything else works there,
too. The agenda is there as an HTML file: open it in the browser and print it,
it is made for A4.
""",
    "LC413": """
The file that events/series.yaml names as logo is there, but Typst finds no
picture in it. Perhaps its ending does not fit what is inside, or only half of
it has arrived. Open it in an image program and save it anew.
""",
    "LC411": """
A template in your folder templates/ goes before the one that comes with
labcamp. In this one there is something that Typst does not understand, or it
reaches for something that is not there. The message names the place. The one
that comes with labcamp, to compare with, is what labcamp templates --copy
brings.
""",
    "LC412": """
A template in your folder templates/ imports a package that Typst would fetch
from the network. Labcamp does not let it: a print depends on the files in your
folder alone, works without a network, and tells nobody that something is being
printed. Put the files of the package into templates/ and import them from
there:

    #import "package.typ": *
""",
}
