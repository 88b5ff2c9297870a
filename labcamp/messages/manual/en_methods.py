"""Manual pages in English: calendar files that are sent by mail."""

MANUAL = {
    "LC660": """
METHOD says what a file is sent for: REQUEST invites, CANCEL calls off, REPLY
answers, PUBLISH announces. Each of them asks for certain lines (RFC 5546), such
as who invites and who is invited. Without them the calendar program of those
who get the mail can do nothing with it. A file that is only downloaded or
subscribed to needs no METHOD at all.

Before:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org

After:

    METHOD:REQUEST
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org
""",
    "LC661": """
Not everything goes with each METHOD (RFC 5546). What PUBLISH announces names
nobody who is invited: their mail addresses would go to all. What is called off
has no reminder, and an answer comes from exactly one person.

Before:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
    ATTENDEE:mailto:gast@example.org

After:

    METHOD:PUBLISH
    ORGANIZER:mailto:labcamp@example.org
""",
    "LC662": """
An invitation, a cancellation or an answer is about a single event, so about one
UID. Of an invitation with several Outlook takes only the first, and the others
are lost. Send a mail of its own for each. The exceptions of a repeated event
have the same UID and may stay together.
""",
    "LC663": """
METHOD says one thing and STATUS another: an invitation cannot be cancelled at
the same time, and what calls an event off cannot say that it takes place.
Nobody can tell then which holds. To call it off, take METHOD:CANCEL and
STATUS:CANCELLED.

Before:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CONFIRMED

After:

    METHOD:CANCEL
    ORGANIZER:mailto:labcamp@example.org
    SEQUENCE:1
    STATUS:CANCELLED
""",
    "LC664": """
ORGANIZER is part of an invitation and says who gets the answers. In a file to
be downloaded nobody invites anybody, and the line may not be there (RFC 5545,
section 3.8.4.3). Else Outlook asks whether you accept, and hangs; other
programs send you mails that somebody has accepted. For an address for questions
take CONTACT.

Before:

    ORGANIZER:mailto:labcamp@example.org

After:

    CONTACT:labcamp@example.org
""",
    "LC699": """
If the same kind of fault comes very often in a file, labcamp names only the
first three places and counts the rest. Nearly always they have one cause in the
program that writes the file. Mend it there, then check the file again.
""",
}
