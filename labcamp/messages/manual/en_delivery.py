"""Manual pages in English: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {
    "LC985": """
listmonk makes no campaign that goes to no list. Which number your list has is
shown by listmonk under "Lists". Add it to events/series.yaml:

    newsletter: {listmonk: {lists: [1], template: 2}}

The file is written all the same; you can also add the number there by hand. The
campaign becomes a draft, and nothing is sent.
""",
    "LC986": """
The newsletter of labcamp is a whole page. listmonk need not put a template
around it, but takes its default one unless told otherwise. Then one page stands
inside another, and the picture {{ TrackView }} of that template reports who
opens the mail.

So make a new one in listmonk under "Campaigns", "Templates" that holds only
this one line:

    {{ template "content" . }}

Its number goes into events/series.yaml:

    newsletter: {listmonk: {lists: [1], template: 2}}
""",
    "LC987": """
Keila takes the draft without a sender, too. Before you send it you choose one
there. To have the same one each time, add its id to events/series.yaml; it
begins with ms_ and stands in the address of the page. With segment: the
campaign goes to a part of the contacts only, else to all of them:

    newsletter: {keila: {sender: ms_12345, segment: sgm_12345}}
""",
}
