"""35 people who do not exist: the longest names that we could make up in three languages, and plain ones."""

from labcamp.findings import Place
from labcamp.model.private import Participant

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
