"""The made-up events with three sessions each, as a workspace of labcamp and as a site of Hugo with the same pages.

Both make a page an event, a session, a topic and an organisation, the home page, the list of all sessions, 404, a feed,
a sitemap, a calendar file an event, JSON-LD on each page, and the data that a search needs.
"""

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from made import (
    CITIES,
    CLOSING,
    OPENING,
    ORGANISATIONS,
    SUBJECTS,
    ZONE,
    MadeEvent,
    MadeSession,
    event_file,
    write_workspace,
)

KEPT = (1, 4, 5)  # of the eight parts of an agenda, those that are about something
TOPICS = {f"thema-{number}": name for number, name in enumerate(SUBJECTS, start=1)}


def with_three_sessions(events: tuple[MadeEvent, ...]) -> tuple[MadeEvent, ...]:
    """The same events with three sessions each."""
    return tuple(replace(event, agenda=tuple(event.agenda[place] for place in KEPT)) for event in events)


def topic_of(text: str) -> str:
    """The id of the topic that a title names."""
    return next((id_ for id_, name in TOPICS.items() if name in text), "thema-1")


def write_site_workspace(events: tuple[MadeEvent, ...], root: Path) -> None:
    """The workspace: each session has a topic, and so has each event."""
    write_workspace(events, root)
    lines = (f"{id_}: {{name: {name}, synonyms: [{name.split()[0]}]}}\n" for id_, name in TOPICS.items())
    (root / "events/topics.yaml").write_text("".join(lines), "utf-8")
    for event in events:
        head, agenda, sessions = event_file(event).partition("agenda:\n")
        parts = sessions.split("  - title: ")[1:]
        named = (f"  - topics: [{topic_of(part)}]\n    title: {part}" for part in parts)
        text = f"{head}topics: [{topic_of(event.theme)}]\n{agenda}{''.join(named)}"
        (root / f"events/{event.id}.yaml").write_text(text, "utf-8")


HUGO_CONFIG = """\
baseURL = "https://www.example.org/dateien/"
title = "LabCamp"
languageCode = "de"
defaultContentLanguage = "de"
buildFuture = true
relativeURLs = true
uglyURLs = false
disableKinds = []
[taxonomies]
topic = "topics"
organisation = "organisations"
[outputs]
home = ["html", "rss", "suche"]
section = ["html", "kalender"]
page = ["html"]
taxonomy = ["html"]
term = ["html"]
[mediaTypes."text/calendar"]
suffixes = ["ics"]
[outputFormats.kalender]
mediaType = "text/calendar"
baseName = "treffen"
isPlainText = true
[outputFormats.suche]
mediaType = "text/javascript"
baseName = "search-data"
isPlainText = true
"""
LIST = """\
{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul class="rows">
{{ range .Pages }}
<li><span class="when">{{ .Date.Format "02.01.2006" }}</span> <a href="{{ .RelPermalink }}">{{ .Title }}</a>
<span class="small">{{ delimit (slice .Params.name .Params.theme) ", " }}</span></li>
{{ end }}
</ul>
{{ end }}
"""
HUGO_LAYOUTS = {
    "baseof.html": """\
<!DOCTYPE html>
<html lang="de" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Params.summary }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:type" content="website">
<link rel="stylesheet" href="{{ "assets/site.css" | relURL }}">
<link rel="alternate" type="application/rss+xml" href="{{ "index.xml" | relURL }}">
{{ $data := dict "@context" "https://schema.org" "@type" "Event" "name" .Title "url" .Permalink "startDate" .Date }}
<script type="application/ld+json">{{ $data | jsonify | safeJS }}</script>
</head>
<body>
<a class="skip" href="#main">Zum Inhalt</a>
<header class="head">
<a class="wordmark" href="{{ "/" | relURL }}">Lab<span class="mark">Camp</span></a>
<nav aria-label="Hauptnavigation"><ul>
{{ range slice (slice "Treffen" "/") (slice "Themen" "topics/") (slice "Wissensspeicher" "archive/") }}
<li><a href="{{ index . 1 | relURL }}"{{ if eq $.RelPermalink (index . 1) }} aria-current="page"{{ end }}>
{{- index . 0 }}</a></li>
{{ end }}
</ul></nav>
</header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p><ul><li><a href="https://www.example.org/impressum">Impressum</a></li></ul>
<p>Diese Seiten zeichnen nichts auf.</p></footer>
</body>
</html>
""",
    "index.html": """\
{{ define "main" }}
{{ $events := where site.Sections "Params.place" "!=" nil }}
{{ with index ($events.ByDate.Reverse) 0 }}<h1>{{ .Params.theme }}</h1>{{ .Content }}{{ end }}
<ul class="editions">
{{ range $events.ByDate.Reverse }}
<li><span class="which">#{{ .Params.number }}</span> <span class="month">{{ .Date.Format "January 2006" }}</span>
<a href="{{ .RelPermalink }}">{{ .Params.theme }}</a>
<span class="small">{{ delimit .Params.organisations ", " }}</span></li>
{{ end }}
</ul>
{{ end }}
""",
    "section.html": """\
{{ define "main" }}
<p class="number">#{{ .Params.number }}</p>
<h1>{{ .Params.theme }}</h1>
<dl class="facts">
<dt>Wann</dt><dd>{{ .Date.Format "02.01.2006" }}, {{ .Params.begins }} bis {{ .Params.ends }} Uhr</dd>
<dt>Ort</dt><dd>{{ .Params.place }}</dd>
<dt>Gastgeber</dt><dd>{{ range .GetTerms "organisations" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</dd>
</dl>
<p class="lead">{{ .Params.summary }}</p>
<div class="prose">{{ .Content }}</div>
<section class="part"><h2>Programm</h2><ul class="rows times">
{{ range .Pages.ByWeight }}
<li><span class="time">{{ .Params.begins }}</span> <a class="title" href="{{ .RelPermalink }}">{{ .Title }}</a>
<p class="small">{{ .Params.name }}, {{ delimit .Params.organisations ", " }}</p></li>
{{ end }}
</ul></section>
<section class="part"><h2>Themen</h2><ul>
{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></section>
<p><a href="{{ .Params.register }}">Anmelden</a> <a href="treffen.ics">In den Kalender</a></p>
<nav class="beside-this">
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</nav>
{{ end }}
""",
    "section.kalender.ics": """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//Hugo//DE
BEGIN:VEVENT
UID:{{ .Params.uid }}
DTSTAMP:{{ .Date.Format "20060102T150405Z" }}
DTSTART;TZID=Europe/Berlin:{{ .Date.Format "20060102" }}T{{ replace .Params.begins ":" "" }}00
DTEND;TZID=Europe/Berlin:{{ .Date.Format "20060102" }}T{{ replace .Params.ends ":" "" }}00
SUMMARY:{{ .Title }}: {{ .Params.theme }}
DESCRIPTION:{{ .Plain }}
LOCATION:{{ .Params.place }}
END:VEVENT
END:VCALENDAR
""",
    "single.html": """\
{{ define "main" }}
{{ if eq .Layout "archive" }}
<h1>Wissensspeicher</h1>
{{ range site.Sections }}
<section><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><ul>
{{ range .Pages.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<span class="small">{{ .Params.name }}</span></li>
{{ end }}
</ul></section>
{{ end }}
{{ else }}
<p class="number"><a href="{{ .Parent.RelPermalink }}">#{{ .Parent.Params.number }}</a></p>
<h1>{{ .Title }}</h1>
<dl class="facts">
<dt>Wann</dt><dd>{{ .Date.Format "02.01.2006" }}, {{ .Params.begins }} Uhr</dd>
<dt>Wer</dt><dd>{{ .Params.name }},
{{ range .GetTerms "organisations" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</dd>
<dt>Themen</dt><dd>{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</dd>
</dl>
<div class="lead">{{ .Content }}</div>
<nav class="beside-this">
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</nav>
{{ end }}
{{ end }}
""",
    "term.html": LIST,
    "taxonomy.html": LIST,
    "404.html": '{{ define "main" }}<h1>Nicht gefunden</h1>{{ end }}',
    "index.suche.js": """\
data = [{{ range site.RegularPages }}{{ slice .Title .Plain .Params.name .RelPermalink | jsonify }},
{{ end }}];
""",
}


def write_hugo_site(events: tuple[MadeEvent, ...], root: Path) -> None:
    """The site of Hugo: an event is a section, its sessions are its pages, topics and organisations are terms."""
    layouts, content = root / "layouts" / "_default", root / "content"
    layouts.mkdir(parents=True, exist_ok=True)
    (root / "hugo.toml").write_text(HUGO_CONFIG, "utf-8")
    for name, layout in HUGO_LAYOUTS.items():
        (layouts / name).write_text(layout, "utf-8")
    for name, text in _pages(events):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    (root / "static/assets").mkdir(parents=True, exist_ok=True)
    (root / "static/assets/site.css").write_text("body { margin: 0 }\n", "utf-8")


def _pages(events: tuple[MadeEvent, ...]) -> Iterator[tuple[str, str]]:
    yield "archive.md", '---\ntitle: Wissensspeicher\nlayout: archive\nurl: "archive/"\n---\n'
    for id_, name in TOPICS.items():
        yield f"topics/{id_}/_index.md", f"---\ntitle: {name}\n---\n"
    for index, id_ in enumerate(ORGANISATIONS):
        yield (
            f"organisations/{id_}/_index.md",
            f"---\ntitle: Labor {index + 1} der Stadt {CITIES[index % 10][0]}\n---\n",
        )
    for event in events:
        yield f"{event.id}/_index.md", _event(event)
        for number, session in enumerate(event.agenda, start=1):
            yield f"{event.id}/punkt-{number}.md", _session(event, session, number)


def _event(event: MadeEvent) -> str:
    head = {
        "title": event.title, "theme": event.theme, "number": event.number, "begins": f"{OPENING:%H:%M}",
        "ends": f"{CLOSING:%H:%M}", "zone": ZONE, "place": event.location, "summary": event.summary,
        "register": event.url, "until": f"{event.date - dt.timedelta(days=7)}", "uid": event.uid,
        "organisations": [event.host], "topics": [topic_of(event.theme)],
    }  # fmt: skip
    return _written(event, head, event.description)


def _session(event: MadeEvent, session: MadeSession, number: int) -> str:
    head = {
        "title": session.title, "begins": f"{session.start:%H:%M}", "weight": number, "name": session.name,
        "organisations": [session.organisation], "topics": [topic_of(session.title)],
    }  # fmt: skip
    return _written(event, head, session.teaser)


def _written(event: MadeEvent, head: dict[str, object], text: str) -> str:
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items())
    return f"---\ndate: {event.date}\n{lines}---\n\n{text}\n"


def with_takeaways(root: Path, other: Path, each: int) -> None:
    """The same workspace in another folder, with so many takeaways in each session."""
    shutil.copytree(root, other, dirs_exist_ok=True)
    for path in (other / "events").glob("*-*.yaml"):
        text = path.read_text("utf-8")
        said = f"    takeaways: [{', '.join(['Labore brauchen einen Auftrag.'] * each)}]\n"
        path.write_text(re.sub(r"(  - topics: .*\n)", rf"\1{said}", text), "utf-8")
