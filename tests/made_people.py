"""35 people who do not exist: the longest names that we could make up in three languages, and plain ones."""

from collections.abc import Sequence
from dataclasses import replace

from labcamp.findings import Place
from labcamp.model.private import Participant
from labcamp.model.seating import Round, Seating

LONG = """\
Wilhelmine-Friederike Obermusterfrau-Beispielhausen
Karl-Theodor Maximilian Freiherr von und zu Mustermann-Musterstein
Annegret-Charlotte Platzhalterin-Beispielmannsdorfer
Hans-Joachim Eberhard Musterbeispielsohn-Vorlagenmeier
Dr.-Ing. Clementine-Antoinette Erfundenhausen-Testinger
Maria-Magdalena von der Beispielwiesen-Musterbachtal
Ferdinand-Alexander Donaudampfmusterschifffahrtsbeispiel
Prof. Dr. Dr. h. c. Hildegard-Rosemarie Übungsfallstein-Größenmüller
Bogumiła Przykładowska-Brzęczyszczykiewicz
Wawrzyniec Grzegorz Wzorcowy-Przykładkiewicz
Świętosława Żółć-Szczebrzeszyńska-Przykładna
Stanisław-Bolesław Chrząszczyżewoszycki-Przykładny
Małgorzata-Władysława Zmyślona-Nieistniejąca-Wzorcowska
Maria da Conceição do Exemplo e Silva Montenegro
João Sebastião de Albuquerque Exemplar e Vasconcelos Fictício
Ana Francisca Guimarães Exemplo de Mendonça Inventada
Luís Filipe Gonçalves do Exemplo Magalhães de Figueiredo
Maria Antónia Conceição Exemplificação dos Santos Imaginária
António José Exemplo da Encarnação Vasconcelos e Sousa
Constança Leonor Ficção de Bragança Exemplar e Meneses
""".splitlines()
PLAIN = [
    f"{given} {family}"
    for given in ("Ida", "Max", "Lea")
    for family in ("Beispiel", "Muster", "Probe", "Übung", "Fall")
]
ORGANISATIONS = (
    "Werkstatt",
    "Landesamt für beispielhafte Zusammenarbeit und nachhaltige Musterentwicklung, Referat 123 (Innovationslabor)",
    "",
)
HOSTILE = """\
#panic("x")
*stark* _schief_ `roh` $x^2$
= Überschrift
@verweis <marke> #label
\\ // /* kein Kommentar */
{{ 7*7 }} {% if %} "); panic("
- Punkt + Nummer
O’Beispiel & Söhne <b>fett</b>
Ida 🎉 Beispiel 🏳️‍🌈
Ида Примерова
Ιδα Παραδείγματος
Zażółć gęślą
""".splitlines()


def person(name: str, organisation: str = "") -> Participant:
    """Somebody of that name who has a seat."""
    return Participant(name, "ida@example.org", Place("private/treff-12.csv"), organisation)


def people(names: list[str] = LONG + PLAIN) -> list[Participant]:
    """Somebody of each name, some with an organisation."""
    return [person(name, ORGANISATIONS[number % len(ORGANISATIONS)]) for number, name in enumerate(names)]


def table(names: list[str]) -> str:
    """The same as a list that is on disk (CSV)."""
    rows = (f"{name};p{number}@example.org;bezahlt" for number, name in enumerate(names))
    return "\n".join(("Name;E-Mail;Status", *rows, ""))


def round_of(number: int, count: int, tables: int) -> Round:
    """A round in which everybody has gone on by as many tables as is the number of their row."""
    places = [(who + number * (who // tables)) % tables for who in range(count)]
    return tuple(tuple(who for who in range(count) if places[who] == table) for table in range(tables))


def seating(names: Sequence[str], tables: int, rounds: int) -> Seating:
    """A plan for somebody of each name, each with an address of their own."""
    everybody = enumerate(people(list(names)))
    known = tuple(replace(each, email=f"p{number}@example.org", place=Place("")) for number, each in everybody)
    return Seating(known, tuple(round_of(number, len(known), tables) for number in range(rounds)), (tables,))
