"""Manual pages in English: what keeps the preview from showing a page."""

MANUAL: dict[str, str] = {
    "LC810": """
A port is like a house number on your machine, and only one program can answer
at each. Mostly a preview still runs there in another window; end it with
Ctrl+C. Without --port, labcamp looks for the next free one from 8765 on; with
--port it takes exactly that one. The system keeps ports below 1024 for itself.
""",
    "LC811": """
A number from 1024 to 65535 belongs after --port. Leave it out, and labcamp
takes 8765 or the next one that is free.
""",
    "LC812": """
The preview shows each change at once, because the system tells it that a file
has been saved. In some folders that does not work, such as on network drives,
or too many folders are being watched already. Copy the folder to a disk of your
own, or close other programs that keep an eye on many files. `labcamp build`
works everywhere.
""",
}
