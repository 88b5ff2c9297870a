"""Manual pages in English: what goes wrong in a template."""

MANUAL = {
    "LC401": """
A template in your folder templates cannot be read; most often a bracket or an
end is missing. Each {% if %} needs an {% endif %}, each {% for %} an {% endfor
%}. Compare the line with the packaged template. If you rename your file, the
packaged one is used again.
""",
    "LC402": """
The template uses a name that labcamp knows nothing of. Most often it is
misspelled. The first line of a template says what it is given. Where something
may be missing, ask first:

    {% if event.place %}{{ event.place.name }}{% endif %}
""",
    "LC403": """
The template prints something that is not known of this event; the text would
have a gap or a strange word there. What is unknown may be missing, the template
only has to expect it. Ask first:

    {% if event.theme %}{{ event.theme }}{% endif %}
""",
    "LC404": """
Templates may only read what they are given, and may neither change anything nor
look elsewhere. So you can take templates from others without having to trust
them. This place tries more; delete it, or say it with what the first line of
the packaged template names.
""",
    "LC405": """
Something went wrong while the template was filled, and the finding gives the
reason. Often a text is used in a sum, or a number is treated like a text. Check
the line. `labcamp templates` shows which template is used, and without your
change it is the packaged one again.
""",
    "LC406": """
A template refers to another one that does not exist. Most often its name is
misspelled, or the file was renamed. `labcamp templates` shows all names. A
packaged template is reached with labcamp/ before its name:

    {% extends "labcamp/agenda.html.j2" %}
""",
    "LC407": """
The fixed words and sentences of a language stand in a file of their own, each
under its name. A name is used here that is not in it, so nothing of it would
appear. The hint gives the command that shows all names.
""",
}
