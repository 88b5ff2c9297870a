"""Findings about lists of people in English."""

from labcamp.messages import Message

PEOPLE = {
    "LC700": Message("the list of participants is missing", "save it here as CSV, from Excel or from the program people register with; it never goes into git"),
    "LC701": Message("this is no CSV file but something else, perhaps a workbook", "save the list from Excel with 'Save as', as 'CSV UTF-8'"),
    "LC702": Message("there is nothing in the list", "save it once more; its first line names the columns, below it stands one person a line"),
    "LC703": Message("the first line has a mail address already; the names of the columns have to stand there", "put a line before it, for example: First name;Last name;Email"),
    "LC704": Message("no column is called as if it had mail addresses", "put this into the private .yaml of the event: columns: {{email: \"{nearest}\"}}", "call the column 'Email', or say in the private .yaml of the event what it is called: columns: {{email: ...}}"),
    "LC705": Message("'{column}' stands above several columns: {columns}", "only you know which one is meant: rename the others, or delete them"),
    "LC706": Message("there is no column '{column}' in this list", "the private .yaml of the event names it under columns: as {key}:; compare it with this line"),
    "LC707": Message("the event is not over yet; its list is still needed", "wait until it is over; --force does it all the same"),
    "LC708": Message("the list has {size} MB, labcamp reads no more than 1 MB", "save only the rows of this event, and no pictures or long answers"),
    "LC709": Message("in the line with the names of the columns a quotation mark opens and does not close", "add the second one, or delete the first"),
    "LC950": Message("left out: '{column}' says '{word}'", "that is right if this person does not come; else mend the list"),
    "LC951": Message("left out: '{column}' does not say whether there is a seat", "write for example: confirmed, pending, waiting list or cancelled"),
    "LC952": Message("left out: there is no yes in '{column}'", "nobody gets mail without consent; if this person did agree, write: yes"),
    "LC953": Message("left out: the same address stands in line {line}", "nobody gets anything twice; if these are two people, the second needs an address of their own"),
    "LC954": Message("left out: there is no mail address in '{column}'", "fill it in, or write to this person in another way"),
    "LC955": Message("left out: '{column}' does not have exactly one mail address that can be written to", "put a single one there, such as ida@example.org"),
    "LC956": Message("left out: cells in this row: {count}; columns in the list: {wanted}", "compare it with the row above: often a text with a delimiter in it lacks its quotation marks"),
    "LC957": Message("left out: a sign here makes the row unreadable", "mostly it is a single quotation mark, or a sign that cannot be seen: write the cell anew"),
    "LC958": Message("'{column}' stands above several columns: {columns}", "labcamp needs none of them; there is nothing more to do"),
    "LC959": Message("data about the people of this event are still here", "they should be deleted since {day}: labcamp forget {id}", "if you do not need them any more: labcamp forget {id}; else say in private/{id}.yaml until when: delete_after: ..."),
}  # fmt: skip
