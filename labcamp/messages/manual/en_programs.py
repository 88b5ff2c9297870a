"""Manual pages in English: what single calendar programs make of a file."""

MANUAL = {
    "LC970": """
SEQUENCE counts how often something important of an event has changed. The first
version has 0, and each change of time or status adds 1. Here it seems to be a
time in seconds, and Google Calendar does not take such large numbers.

Before:

    SEQUENCE:1767225600

After:

    SEQUENCE:1
""",
    "LC971": """
Google Calendar loads no calendar of more than 1 MB. Leave out events that are
long over, or point to your web page in the descriptions instead of writing
everything there.
""",
    "LC972": """
Programs do not all treat STATUS:CANCELLED alike: Apple Calendar strikes the
event through, Google Calendar lets it disappear, and in Outlook it sometimes
looks like any other. With "CANCELLED:" in its title all can see it.

Before:

    SUMMARY:LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT

After:

    SUMMARY:CANCELLED: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC973": """
An event blocks its time in the calendar as long as nothing else is said. For a
cancelled one that is wrong: those who are free again still count as busy for
others. TRANSP:TRANSPARENT sets the time free.

Before:

    SUMMARY:CANCELLED: LabCamp
    STATUS:CANCELLED

After:

    SUMMARY:CANCELLED: LabCamp
    STATUS:CANCELLED
    TRANSP:TRANSPARENT
""",
    "LC974": """
DESCRIPTION is plain text. Apple Calendar shows HTML in it sign by sign, with
all its angle brackets. Write paragraphs as \\n and links in full; a styled
version can stand in X-ALT-DESC besides.

Before:

    DESCRIPTION:<b>Register</b> by Monday

After:

    DESCRIPTION:Register by Monday
""",
    "LC975": """
In older versions of Thunderbird URL is nowhere to be seen. If the link stands
at the end of the description, too, all can find it.

Before:

    URL:https://example.org/treff

After:

    DESCRIPTION:https://example.org/treff
    URL:https://example.org/treff
""",
    "LC976": """
ATTENDEE holds names and mail addresses of people, and all who get this file can
read them. They have no place in a file to be downloaded or in a feed. If you
send an invitation, make a file for each person that names only them.

Before:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:eins@example.org
    ATTENDEE:mailto:zwei@example.org

After:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:eins@example.org
""",
    "LC977": """
The standard allows several calendars one after the other in a file, but they
are not read everywhere: some programs refuse such a file. Make a file of each,
or move all entries into the first.
""",
}
