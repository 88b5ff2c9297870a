"""Phrases in German and English side by side: what there is to do, and what is done."""

TASKS = {
    "column_task": {"de": "Aufgabe", "en": "task"},
    "column_owner": {"de": "wer", "en": "who"},
    "column_task_id": {"de": "Name", "en": "name"},
    "column_how": {"de": "das hilft", "en": "what helps"},
    "task_now": {"de": "sofort", "en": "now"},
    "task_done": {"de": "erledigt", "en": "done"},
    "todo_over": {
        "de": "Dieses Treffen ist vorbei. Was davor zu tun war, ist nicht mehr dabei, nur was danach kommt.",
        "en": "This event is over. What had to be done before it is left out, only what comes after it stands here.",
    },
    "todo_cancelled": {
        "de": "Dieses Treffen ist abgesagt. Hier steht nur, was dazu noch zu tun ist.",
        "en": "This event is cancelled. Here is only what that leaves to be done.",
    },
    "todo_undated": {
        "de": "Der Tag steht noch nicht fest, deshalb ist nichts an einem Tag fällig.",
        "en": "The day is not known yet, so nothing is due on a day.",
    },
    "todo_none": {"de": "Hier ist gerade nichts zu tun.", "en": "There is nothing to do here for now."},
    "todo_next": {
        "de": "Als Nächstes: {task}. Ist es erledigt: labcamp done {event} {id}",
        "en": "Next: {task}. Once it is done: labcamp done {event} {id}",
    },
    "todo_next_how": {
        "de": "Als Nächstes: {task} ({how}). Ist es erledigt: labcamp done {event} {id}",
        "en": "Next: {task} ({how}). Once it is done: labcamp done {event} {id}",
    },
    "todo_no_day": {
        "de": "Keine Aufgabe hat einen Tag; eine Kalenderdatei wäre leer.",
        "en": "No task has a day; a calendar file would be empty.",
    },
    "todo_csv": {
        "de": "Für euch: öffnet sich in Excel und LibreOffice mit einem Doppelklick.",
        "en": "For yourselves: opens in Excel and LibreOffice with a double click.",
    },
    "todo_ics": {
        "de": "Für euch: öffnet die Datei, dann stehen die Tage im Kalender. Nicht zum Veröffentlichen.",
        "en": "For yourselves: open the file, and the days are in your calendar. Not to be published.",
    },
    "handover_next": {
        "de": "Lest {page} und gebt dann den ganzen Ordner an {name}, nicht über eine öffentliche Ablage.",
        "en": "Read {page}, then give the whole folder to {name}, and not by way of a public place.",
    },
    "lessons": {"de": "Gelernt", "en": "Lessons"},
    "task_is_done": {"de": "erledigt: {task}", "en": "done: {task}"},
    "task_done_before": {"de": "war schon erledigt: {task}", "en": "was done already: {task}"},
    "task_open_again": {"de": "wieder offen: {task}", "en": "open again: {task}"},
    "task_open_before": {"de": "war noch offen: {task}", "en": "was still open: {task}"},
}  # fmt: skip
