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
    "LC045": """
Badges are made for holders as they are found everywhere: 90x54 (ten on a sheet)
and 105x74, which is A7 landscape (four on a sheet). Other sizes have no sheet
on which crop marks work out. Without --size they are 90x54.
""",
    "LC046": """
Who has a confirmed seat gets a badge, and a row on the attendance list. Nobody
on this list is left: it is empty, all still wait for a seat, or every row drops
out. labcamp people shows which column stands for what, and which rows do not
count, and why.
""",
    "LC047": """
Table cards stand on tables at which people talk about one theme. Which these
are stands beside the session:

    - title: Theme tables
      type: networking
      tables: [Money and grants, Finding people, Rooms]

Without tables: each session with type: workshop, discussion or networking gets
a card.
""",
    "LC048": """
There is a sign for the door of the house, and one for each room. Where place:
is missing, or only says that all is online, there is no door. If people also
come together somewhere, give both:

    place: {name: House of Ideas, room: Hall 2, city: Berlin, online: yes}
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
