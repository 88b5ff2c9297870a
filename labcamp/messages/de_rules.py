"""What is wrong with what people wrote, in German: what must not be public, and what was left over or left out."""

from labcamp.messages import Message

RULES = {
    "LC522": Message("hier steht ein Link, mit dem alle ins Treffen kommen, die ihn lesen ({service})", "er gehört in private/{id}.yaml, in eine Zeile join: https://...; hier darf nur die Seite zum Anmelden stehen", "er gehört in die private Datei des Treffens (private/...), in eine Zeile join: https://..."),
    "LC523": Message("hier können alle lesen, womit man ins Treffen kommt ({sort})", "das gehört in private/{id}.yaml, unter join: bei passcode: oder phone:", "das gehört in die private Datei des Treffens (private/...), unter join: bei passcode: oder phone:"),
    "LC524": Message("hinter »{title}« sind Menschen zu hören oder zu sehen, und es steht nicht da, dass sie zugestimmt haben", "fragt sie und ergänzt dann consent: ja; sonst nehmt den Link heraus"),
    "LC909": Message("»{name}« kommt in keiner Veranstaltung und nicht in der Reihe vor", "löscht den Eintrag, oder tragt {id} dort ein, wo sie dabei ist; soll sie bleiben, schreibt # labcamp: ok organisation-unused dahinter"),
    "LC910": Message("»{words}« stammt aus einem Beispiel", "tragt euren eigenen Wert ein, oder löscht die Zeile"),
    "LC911": Message("zwischen {ends} und {start} Uhr steht nichts im Programm", "ist das eine Pause, tragt sie ein (type: break); sonst ändert start:, minutes: oder time:"),
    "LC912": Message("»{words}«: die Veranstaltung ist an einem anderen Wochentag", "schreibt »{weekday}«; ist ein anderer Termin gemeint, nennt sein Datum dazu"),
    "LC913": Message("»{words}« gehört zu einer früheren Ausgabe, das hier ist {title}", "nennt die richtige Ausgabe; ist die frühere gemeint, schreibt # labcamp: ok edition-left dahinter"),
    "LC914": Message("{address} ist wohl die Adresse eines einzelnen Menschen, und diese Datei können alle lesen", "nehmt eine Adresse der Stelle, wie kontakt@... oder labcamp@...; ist es schon eine, schreibt # labcamp: ok personal-address dahinter"),
    "LC915": Message("bei »{title}« fehlt noch: {keys}", "licence: sagt, was andere damit tun dürfen, etwa CC BY 4.0; consent: ja sagt, dass ihr die Urheber:innen gefragt habt"),
    "LC916": Message("die Veranstaltung ist seit {days} Tagen vorbei, und noch steht nichts davon da", "ergänzt, was ihr wisst: attendance:, takeaways:, links:"),
    "LC917": Message("»{words}«: das ist das falsche Jahr, die Veranstaltung ist {year}", "nennt das richtige Jahr; ist das frühere gemeint, schreibt # labcamp: ok year-left dahinter"),
    "LC918": Message("diese Adresse steht auch schon in {other}", "nehmt die Adresse für diese Veranstaltung; gilt sie für beide, schreibt # labcamp: ok link-copied dahinter"),
    "LC919": Message("»{title}« beginnt um {start} Uhr, steht aber hinter »{other}«", "verschiebt den Punkt nach oben, oder prüft start:"),
}  # fmt: skip
