"""What is wrong with what people wrote, in German: what must not be public, and what was left over or left out."""

from labcamp.messages import Message

RULES = {
    "LC522": Message("hier steht ein Link, mit dem alle ins Treffen kommen, die ihn lesen ({service})", "er gehört in private/{id}.yaml, in eine Zeile join: https://...; hier steht höchstens die Seite zum Anmelden", "er gehört in die private Datei des Treffens (private/...), in eine Zeile join: https://..."),
    "LC523": Message("hier können alle lesen, womit man ins Treffen kommt ({sort})", "das gehört in private/{id}.yaml, unter join: bei passcode: oder phone:", "das gehört in die private Datei des Treffens (private/...), unter join: bei passcode: oder phone:"),
    "LC524": Message("hinter »{title}« sind Menschen zu hören oder zu sehen, und es steht nicht da, dass sie zugestimmt haben", "fragt sie und ergänzt dann consent: ja; sonst nehmt den Link heraus"),
}  # fmt: skip
