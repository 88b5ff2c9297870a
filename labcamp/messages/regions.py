"""The names of regions in German and English, by their codes (ISO 3166-2)."""

REGIONS = {
    "DE": ("Deutschland", "Germany"),
    "DE-BB": ("Brandenburg", "Brandenburg"),
    "DE-BE": ("Berlin", "Berlin"),
    "DE-BW": ("Baden-Württemberg", "Baden-Württemberg"),
    "DE-BY": ("Bayern", "Bavaria"),
    "DE-HB": ("Bremen", "Bremen"),
    "DE-HE": ("Hessen", "Hesse"),
    "DE-HH": ("Hamburg", "Hamburg"),
    "DE-MV": ("Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
    "DE-NI": ("Niedersachsen", "Lower Saxony"),
    "DE-NW": ("Nordrhein-Westfalen", "North Rhine-Westphalia"),
    "DE-RP": ("Rheinland-Pfalz", "Rhineland-Palatinate"),
    "DE-SH": ("Schleswig-Holstein", "Schleswig-Holstein"),
    "DE-SL": ("Saarland", "Saarland"),
    "DE-SN": ("Sachsen", "Saxony"),
    "DE-ST": ("Sachsen-Anhalt", "Saxony-Anhalt"),
    "DE-TH": ("Thüringen", "Thuringia"),
    "AT": ("Österreich", "Austria"),
    "AT-1": ("Burgenland", "Burgenland"),
    "AT-2": ("Kärnten", "Carinthia"),
    "AT-3": ("Niederösterreich", "Lower Austria"),
    "AT-4": ("Oberösterreich", "Upper Austria"),
    "AT-5": ("Salzburg", "Salzburg"),
    "AT-6": ("Steiermark", "Styria"),
    "AT-7": ("Tirol", "Tyrol"),
    "AT-8": ("Vorarlberg", "Vorarlberg"),
    "AT-9": ("Wien", "Vienna"),
    "CH": ("Schweiz", "Switzerland"),
    "CH-AG": ("Aargau", "Aargau"),
    "CH-AI": ("Appenzell Innerrhoden", "Appenzell Innerrhoden"),
    "CH-AR": ("Appenzell Ausserrhoden", "Appenzell Ausserrhoden"),
    "CH-BE": ("Kanton Bern", "Canton of Bern"),
    "CH-BL": ("Basel-Landschaft", "Basel-Landschaft"),
    "CH-BS": ("Basel-Stadt", "Basel-Stadt"),
    "CH-FR": ("Freiburg (Schweiz)", "Fribourg"),
    "CH-GE": ("Genf", "Geneva"),
    "CH-GL": ("Glarus", "Glarus"),
    "CH-GR": ("Graubünden", "Grisons"),
    "CH-JU": ("Jura", "Jura"),
    "CH-LU": ("Luzern", "Lucerne"),
    "CH-NE": ("Neuenburg", "Neuchâtel"),
    "CH-NW": ("Nidwalden", "Nidwalden"),
    "CH-OW": ("Obwalden", "Obwalden"),
    "CH-SG": ("St. Gallen", "St. Gallen"),
    "CH-SH": ("Schaffhausen", "Schaffhausen"),
    "CH-SO": ("Solothurn", "Solothurn"),
    "CH-SZ": ("Schwyz", "Schwyz"),
    "CH-TG": ("Thurgau", "Thurgau"),
    "CH-TI": ("Tessin", "Ticino"),
    "CH-UR": ("Uri", "Uri"),
    "CH-VD": ("Waadt", "Vaud"),
    "CH-VS": ("Wallis", "Valais"),
    "CH-ZG": ("Zug", "Zug"),
    "CH-ZH": ("Zürich", "Zurich"),
}


def region_name(code: str, language: str) -> str:
    """What a region is called in a language (`de`, else English): that of its country where only that is known.

    A region of another country keeps its code: `Spanien (ES-CT)`.
    """
    if code in REGIONS:
        return REGIONS[code][language != "de"]
    from babel import Locale

    country = Locale.parse("de" if language == "de" else "en").territories.get(code[:2])
    if country is None or "-" not in code:
        return country or code
    return f"{country} ({code})"
