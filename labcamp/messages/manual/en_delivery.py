"""Manual pages in English: what keeps drafts from getting into mail programs."""

MANUAL: dict[str, str] = {
    "LC800": """
To put drafts on your mail server, labcamp has to know where it is and who logs
in. That stands in the file accounts.yaml, in the folder for the settings of
your computer. labcamp does not make it. Before the colon of the first line
stands the name that you give with --imap:

    office:
      host: imap.example.org
      user: meeting@example.org

There are also port:, folder: (where the folder for drafts has another name),
security: starttls, and ca: for the file of a certificate of your own. The
password never stands here. LABCAMP_CONFIG can name another folder.
""",
    "LC801": """
A text file is read by every program, every backup and everybody who uses your
computer. So labcamp takes no password from it. Delete the line. If you call the
command in a terminal, labcamp asks for the password and keeps it in the keyring
of the computer if you like. If the file has been in git or in a cloud, change
the password.
""",
    "LC802": """
With --imap stands the name of an account, as it stands before the colon in
accounts.yaml. There is no such name. Mostly it is a slip. Another account goes
into the same file.
""",
    "LC803": """
The password comes from LABCAMP_IMAP_PASSWORD_ACCOUNT or LABCAMP_IMAP_PASSWORD,
else from the keyring of the computer, else labcamp asks for it. But nobody sits
at a terminal here, and the other places have none. "keyring set labcamp
ACCOUNT" keeps it. It never stands in accounts.yaml or on the command line, for
others can read it there.
""",
    "LC804": """
There was no connection to the mail server, or it hung up before there was a
draft. Check the name at host: in accounts.yaml, and the port. Without one
labcamp takes 993, or 143 with security: starttls. Some networks close the way
to the mail servers of others.
""",
    "LC805": """
labcamp speaks with a mail server only in secret, and only if it can show who it
is. Else somebody in between could read the password. Nothing switches that off.
If your institution has a certificate authority of its own, save its certificate
(a file that begins with BEGIN CERTIFICATE) beside accounts.yaml, and name it
there with ca:. If the server says that it cannot encrypt at all, somebody on
the way may have forged that.
""",
    "LC806": """
The server does not know the name, the password is not right, or it lets
programs in only with a password of their own (app password). If there is an old
password in the keyring, replace it with "keyring set labcamp ACCOUNT". Exchange
Online (Microsoft 365) has abolished this way to log in. There, open the .eml
files of "labcamp render-mail" with Outlook.
""",
    "LC807": """
labcamp takes the folder that the server marks as the one for drafts, else one
called Drafts, Entwürfe, Brouillons or Bozze. A folder: in accounts.yaml goes
before all of them. None of them is there, or you may not write to it. If it is
inside another one, put a slash in between: folder: Meeting/Drafts.
""",
    "LC808": """
The server has refused a draft. Mostly the mailbox is full, or the mail is too
large for it. Some servers also rewrite mails. So labcamp reads every draft
back, and deletes it again if it did not arrive as it is. What was there before
stays: an old draft is deleted only when the new one is safe.
""",
    "LC809": """
The connection to the server broke in the middle of the work. Nothing is lost,
and what is among the drafts already is right. Call the command again. It knows
its own drafts and goes on where it was. If one is there twice from last time,
it tidies that up.
""",
    "LC980": """
labcamp writes a checksum into each draft (X-Labcamp-Hash). If that no longer
fits, a person has worked on it. Such drafts are never replaced, not even with
--force. If the new text is wanted after all, delete the draft in your mail
program and call the command with --force then.
""",
    "LC981": """
labcamp has made these drafts before, and now they are not there any more.
Somebody has sent them, deleted them, or saved them in a mail program, and many
programs give a mail a new id then. Made once more, they could be sent twice. So
that is done only with --force.
""",
    "LC982": """
A mail program that opens a Maildir moves new mails in it from new to cur. From
then on they are its own. labcamp does not put them beside that once more, or
each would be there twice. To start anew, delete the whole folder.
""",
    "LC983": """
The password is right and has been used, but the keyring of the computer did not
take it. Servers and containers often have none. labcamp asks each time then, or
takes the password from LABCAMP_IMAP_PASSWORD.
""",
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
