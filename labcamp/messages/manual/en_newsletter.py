"""Manual pages in English: what makes a newsletter better."""

MANUAL = {
    "LC930": """
A subject like 'Newsletter no. 7' does not say why to open it. A good one tells
what takes place, when and where. labcamp makes it from title, theme and date;
the more of these the file has, the better it gets. You can also write it
yourselves.

After:

    newsletter:
      subject: "LabCamp in March in Cologne: the agenda, 8 seats left"
""",
    "LC931": """
Who reads of an event wants to know six things: what, when, from when to when,
where, with whom, and how to take part. Some of it is missing yet. That is
normal while you plan: the newsletter then says that it follows. Add it once you
know.

After:

    theme: Labs on a map
    summary: We gather which labs there are.
    date: 2027-03-11
    time: 14:00-17:00
    place: online
    hosts: [citylab-berlin]
    registration: https://example.org/register
""",
    "LC932": """
A newsletter should make one thing easy, mostly to register. If there is an
address for that, it becomes a button. Without it, people can only write a mail,
and with several buttons nobody knows which one counts.

After:

    registration: https://example.org/register
""",
    "LC933": """
Without a deadline, registering is put off and forgotten. Even if you have seats
to the end, a date helps you plan. The reminder and the entry in your own
calendar are made from it.

After:

    date: 2027-03-11
    registration:
      url: https://example.org/register
      until: 2027-03-04
""",
    "LC934": """
A newsletter is skimmed. 300 to 500 words are good, three to seven items of two
or three sentences. Counted is the text version without what stands at the end
of every mail. Shorten description: or write a short beginning with intro:, and
link to what is long.
""",
    "LC935": """
For some people this decides whether they can come at all. Say in one sentence
what there is: an entrance without steps, an induction loop, a quiet room,
captions, the language. What is missing helps as well, and whom to ask.

After:

    access: No steps, captions in German
""",
    "LC936": """
A look back with some figures and a link to read on shows all who were not there
that it is worth it. Add to the file of the past event how many came, what they
learned, and where it is documented.

After:

    attendance: {people: 34, labs: 21}
    lessons: Three figures are enough to see whether something works.
    links:
      - title: Documentation
        url: https://example.org/report
        type: report
""",
    "LC937": """
What labs seek, offer or have finished turns an announcement into a newsletter.
Ask around, and add two or three notices. A sentence and a link are enough.

After:

    news:
      - title: A guide to user research is out
        text: Twelve pages, free to use.
        url: https://example.org/guide
""",
    "LC938": """
The end of every mail says who is responsible, how to unsubscribe, whom to ask,
and what happens to personal data. Some of it is missing in events/series.yaml.
Once it is there, it stands in all mails.
""",
    "LC939": """
A date that is in the calendar with one click is forgotten less often. labcamp
makes the calendar file by itself as soon as the day is known. While it is open,
the newsletter says that it follows.

After:

    date: 2027-03-11
    time: 14:00-17:00
""",
}
