"""The made-up events in the forms of the peers: one yaml2ics file, and a Hugo site with four formats a page."""

import datetime as dt
import json
import textwrap
from pathlib import Path

from made import CLOSING, OPENING, ZONE, MadeEvent, MadeSession

HUGO_CONFIG = """\
baseURL = "https://www.example.org/"
title = "LabCamp"
languageCode = "de"
buildFuture = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section", "home"]
[outputs]
page = ["html", "kalender", "abschrift", "klartext"]
[mediaTypes."text/markdown"]
suffixes = ["md"]
[outputFormats.kalender]
mediaType = "text/calendar"
isPlainText = true
[outputFormats.abschrift]
mediaType = "text/markdown"
isPlainText = true
[outputFormats.klartext]
mediaType = "text/plain"
isPlainText = true
"""
HUGO_LAYOUTS = {
    "single.html": """\
<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>{{ .Title }}</title>
<style>body { font: 1rem/1.5 sans-serif; max-width: 40rem } th, td { text-align: left; padding: .25rem }</style></head>
<body>
<h1>{{ .Title }}: {{ .Params.theme }}</h1>
<p>{{ .Date.Format "02.01.2006" }}, {{ .Params.begins }} bis {{ .Params.ends }} Uhr, {{ .Params.location }}</p>
<p>{{ .Params.summary }}</p>
{{ .Content }}
<table>
<thead><tr><th scope="col">Zeit</th><th scope="col">Thema</th><th scope="col">Wer</th></tr></thead>
<tbody>
{{- range .Params.agenda }}
<tr><td>{{ .start }}</td><td>{{ .title }}<br>{{ .teaser }}</td><td>{{ .name }}, {{ .organisation }}</td></tr>
{{- end }}
</tbody>
</table>
<p><a href="{{ .Params.register }}">Anmelden</a> bis {{ .Params.until }}</p>
</body>
</html>
""",
    "single.kalender.ics": """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example.org//Hugo//DE
BEGIN:VEVENT
UID:{{ .Params.uid }}
DTSTAMP:{{ .Date.Format "20060102T150405Z" }}
DTSTART;TZID={{ .Params.zone }}:{{ .Date.Format "20060102" }}T{{ replace .Params.begins ":" "" }}00
DTEND;TZID={{ .Params.zone }}:{{ .Date.Format "20060102" }}T{{ replace .Params.ends ":" "" }}00
SUMMARY:{{ .Title }}: {{ .Params.theme }}
DESCRIPTION:{{ replaceRE "([;,\\\\\\\\])" "\\\\$1" .Plain | replaceRE "\\n" "\\\\n" }}
LOCATION:{{ replace .Params.location "," "\\\\," }}
URL:{{ .Params.register }}
END:VEVENT
END:VCALENDAR
""",
    "single.abschrift.md": """\
# {{ .Title }}: {{ .Params.theme }}

{{ .Date.Format "02.01.2006" }}, {{ .Params.begins }} bis {{ .Params.ends }} Uhr, {{ .Params.location }}

{{ .Params.summary }}

{{ .RawContent }}

| Zeit | Thema | Wer |
|---|---|---|
{{ range .Params.agenda -}}
| {{ .start }} | {{ .title }}. {{ .teaser }} | {{ .name }}, {{ .organisation }} |
{{ end }}
[Anmelden]({{ .Params.register }}) bis {{ .Params.until }}
""",
    "single.klartext.txt": """\
{{ .Title }}: {{ .Params.theme }}

{{ .Date.Format "02.01.2006" }}, {{ .Params.begins }} bis {{ .Params.ends }} Uhr, {{ .Params.location }}

{{ .Params.summary }}

{{ .Plain }}

{{ range .Params.agenda -}}
{{ .start }}  {{ .title }} ({{ .name }}, {{ .organisation }})
       {{ .teaser }}
{{ end }}
Anmelden bis {{ .Params.until }}: {{ .Params.register }}
""",
}


def write_yaml2ics(events: tuple[MadeEvent, ...], path: Path) -> None:
    """One calendar file of yaml2ics with what a feed entry says: title, times, zone, description, place, url, uid."""
    entries = "".join(_entry(event) for event in events)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name: LabCamp\ntimezone: {ZONE}\nevents:\n{entries}", encoding="utf-8")


def _entry(event: MadeEvent) -> str:
    text = f"{event.summary}\n\n{event.description}\n\n{event.url}"
    return (
        f"  - summary: {_quoted(f'{event.title}: {event.theme}')}\n"
        f"    begin: {event.date} {OPENING}\n    end: {event.date} {CLOSING}\n"
        f"    uid: {event.uid}\n    url: {event.url}\n    location: {event.location}\n"
        f"    description: |\n{textwrap.indent(text, '      ')}\n"
    )


def write_hugo(events: tuple[MadeEvent, ...], root: Path) -> None:
    """A Hugo site with one page an event: its configuration, layouts and content."""
    layouts, content = root / "layouts" / "_default", root / "content"
    for folder in (layouts, content):
        folder.mkdir(parents=True, exist_ok=True)
    (root / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")
    for name, layout in HUGO_LAYOUTS.items():
        (layouts / name).write_text(layout, encoding="utf-8")
    for event in events:
        (content / f"{event.id}.md").write_text(_page(event), encoding="utf-8")


def _page(event: MadeEvent) -> str:
    head = {
        "title": event.title,
        "theme": event.theme,
        "begins": f"{OPENING:%H:%M}",
        "ends": f"{CLOSING:%H:%M}",
        "zone": ZONE,
        "location": event.location,
        "summary": event.summary,
        "register": event.url,
        "until": f"{event.date - dt.timedelta(days=7):%d.%m.%Y}",
        "uid": event.uid,
    }
    lines = "".join(f"{key}: {_quoted(value)}\n" for key, value in head.items())
    agenda = "".join(_item(session) for session in event.agenda)
    return f"---\ndate: {event.date}\n{lines}agenda:\n{agenda}---\n\n{event.description}\n"


def _item(session: MadeSession) -> str:
    return (
        f"  - title: {_quoted(session.title)}\n    start: {_quoted(f'{session.start:%H:%M}')}\n"
        f"    name: {_quoted(session.name)}\n    organisation: {session.organisation}\n"
        f"    teaser: {_quoted(session.teaser)}\n"
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
