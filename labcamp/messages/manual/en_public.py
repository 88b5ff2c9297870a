"""Manual pages in English: what must not stand where all can read it, and newsletter services."""

from labcamp.messages.manual.en_services import MANUAL as SERVICES

MANUAL = SERVICES | {
    "LC522": """
Whoever has this link is in the meeting, registered or not. The files in events/
are in git, and what they say goes into mails, pages and calendars. Unwanted
guests look for just such links. Put it into private/: from there it goes only
to those who have registered. Pages to register at may stand here. If your
meeting is open to all and the link is meant to be, write behind it:
# labcamp: ok join-link-public.

Before:

    registration: https://us02web.zoom.us/j/80000000000

After:

    registration: https://us02web.zoom.us/meeting/register/example

And in private/labcamp-12.yaml:

    join: {url: https://us02web.zoom.us/j/80000000000, passcode: "123456"}
""",
    "LC523": """
A password, a PIN or the number of a meeting is worth as much as the link: it is
what people dial in with. What stands in events/ goes into git, mails and pages.
labcamp does not repeat it here, so that it is not in logs, too. Put it into
private/; if the file was public already, take a new password.

Before:

    registration:
      note: "The link comes by mail, passcode: 123456"

After:

    registration:
      note: Link and passcode come by mail.

And in private/labcamp-12.yaml:

    join: {url: https://..., passcode: "123456", phone: +49 30 1234567}
""",
    "LC524": """
A recording and photos show who was there, and a voice does, too. Whoever shows
them has to ask first, and all of them, not only those who speak. With consent:
yes beside the link you will know in three years that you have asked. As long as
somebody is missing, the link stays out.

Before:

    status: confirmed
    date: 2027-03-11
    links:
      - title: Recording of the inputs
        url: https://lab.example/film
        type: recording

After:

    status: confirmed
    date: 2027-03-11
    links:
      - title: Recording of the inputs
        url: https://lab.example/film
        type: recording
        licence: CC BY 4.0
        consent: yes
""",
}
