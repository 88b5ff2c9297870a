"""Manual pages in English: which day is good."""

MANUAL: dict[str, str] = {
    "LC015": """
Behind --weekday stand the days of the week from which `labcamp dates` chooses:
short or in full, German or English, several with commas, also from-to. Without
--weekday they are Monday to Friday.

    labcamp dates --weekday Tue,Wed,Thu
    labcamp dates --weekday Tue-Thu
    labcamp dates --weekday Saturday
""",
    "LC016": """
Behind --between stand two days or two months, the earlier one first, or only
one month. Days are proposed from tomorrow on, and from three years at most:
school holidays are not known for longer. Days at the beginning that are over
are just left out.

    labcamp dates --between 2027-09-01/2027-11-30
    labcamp dates --between 2027-09/2027-11
    labcamp dates --between 2027-10
""",
    "LC226": """
events/avoid.yaml says which days you would rather avoid. Below calendars: you
name calendar files with more of them, such as those of a fair or of an
association. They lie in the folder events/ and end in .ics. An address on the
web will not do, for labcamp fetches nothing: save the file with your browser.

    days:
      - {date: 2027-09-26, title: Town marathon}
    calendars: [fairs.ics]
""",
    "LC227": """
In this calendar file an entry has no start, or none that labcamp understands;
or it is repeated by a rule that labcamp does not read, such as every hour. The
other entries count all the same. Cancelled entries are left out, repeated ones
are read.
""",
    "LC988": """
On that day there is a public holiday where the hosts are, where the event
takes place, or in a region of series.yaml. Which region belongs to whom stands
in organisations.yaml (region: DE-BE, AT-9, CH-ZH). A holiday of the whole
country is told with the country's name.

If the day was chosen on purpose, say so in the file, and this is not said
again:

    date: 2027-05-27  # labcamp: ok public-holiday, we celebrate together
""",
    "LC989": """
Where the hosts are, there are school holidays on that day. People with
children are often away then. The holidays are those of the package 'holidays',
which has them from the ministers of education for Germany and computes them
from the law for Austria, without the days that schools choose. It has none for
Switzerland.

`labcamp dates` shows on which days fewer people are away.
""",
    "LC990": """
The day before or after is a public holiday, and on the other side is a weekend
or another holiday. Many take such a day off, and some offices and schools are
closed. A day in the week before or after is almost always better.
""",
    "LC991": """
That labcamp names no holidays does not mean here that there are none. For
Switzerland it knows no school holidays at all, only public ones. For Germany
they are fixed some years ahead; what the package 'holidays' knows ends after
that, on another day in each of the Länder. Look it up in the calendar of the
region.

If no region is known at all, public holidays are missing, too. Then fill it
in, in organisations.yaml for the hosts or in series.yaml for all:

    regions: [DE-BE, AT-9]
""",
    "LC992": """
On the last Sunday of March and of October the clocks are changed. Who is
invited for that day easily comes an hour early or late. Calendar files are
right all the same, for they name the time zone.
""",
    "LC993": """
The day is on your own list, events/avoid.yaml, or in a calendar file that it
names: a fair, an election, another meeting. If that concerns other people than
your event, there is nothing to do. The list looks like this; date: also takes
several days or a month:

    days:
      - {date: 2027-09-26, title: Town marathon}
      - {date: 2027-11-02/2027-11-04, title: Smart City Expo}
      - 2027-12-09 Christmas party
    calendars: [fairs.ics]
""",
    "LC994": """
That day is a Saturday or a Sunday. For a meeting in working hours that is
seldom what is meant; perhaps a digit of the date has slipped. If you always
meet at weekends, switch this off in series.yaml:

    rules: {weekend: we meet on Saturdays}
""",
    "LC995": """
On that day there is no public holiday for everybody, but many are away: on
Christmas Eve and New Year's Eve, at carnival in the Rhineland, Hesse and the
Saarland, on days that only some towns or cantons have off, or on which offices
in Austria are closed. It differs from town to town; labcamp only knows what is
usual.
""",
}
