"""Under which law a series states how accessible its site is: the EU's model, and Germany, Austria and Switzerland."""

from labcamp.model.series import Organisation, Series

EU = "eu"  # the model statement of the EU alone, for every other country
# What an organisation's `country:` may say, by the country whose law it means
COUNTRIES = {
    "de": frozenset({"de", "deutschland", "germany"}),
    "at": frozenset({"at", "österreich", "austria"}),
    "ch": frozenset({"ch", "schweiz", "switzerland"}),
}
# The parts of a country that have a law of their own (ISO 3166-2)
PARTS = {
    "de": ("bb", "be", "bw", "by", "hb", "he", "hh", "mv", "ni", "nw", "rp", "sh", "sl", "sn", "st", "th"),
    "at": tuple("123456789"),
    "ch": (
        *("ag", "ai", "ar", "be", "bl", "bs", "fr", "ge", "gl", "gr", "ju", "lu", "ne", "nw", "ow", "sg", "sh", "so"),
        *("sz", "tg", "ti", "ur", "vd", "vs", "zg", "zh"),
    ),
}
LAWS = (EU, *(law for country, parts in PARTS.items() for law in (country, *(f"{country}-{part}" for part in parts))))
# What the laws of German Länder are called for short, for people to look up: a draft only proposes them
CALLED = {
    "de-bb": "BbgBGG, BbgBITV", "de-be": "BIKTG Bln", "de-bw": "L-BGG, L-BGG-DVO", "de-by": "BayBGG, BayDiV",
    "de-hb": "BremBGG", "de-he": "HessBGG, BITV HE 2019", "de-hh": "HmbBGG, HmbBITVO", "de-mv": "LBGG M-V, BITVO M-V",
    "de-ni": "NBGG", "de-nw": "BGG NRW, BITVNRW", "de-rp": "Landesinklusionsgesetz", "de-sh": "LBGG", "de-sl": "SBGG",
    "de-sn": "BfWebG", "de-st": "BGG LSA", "de-th": "ThürBarrWebG",
}  # fmt: skip
FEDERAL = frozenset({"bund", "federal", "federation", "eidgenossenschaft"})  # what its `level:` says


def law_of(series: Series) -> str:
    """The law that fits who organises a series, `de-be`: of the first whose country is known, else of its regions."""
    known = (_of_organisation(each) for each in series.organisers)
    regions = (_of_region(region) for region in series.regions)
    return next(filter(None, (*known, *regions)), EU)


def country_of(law: str) -> str:
    """The country of a law: `de` of `de-be`."""
    return law.partition("-")[0]


def region_of(law: str) -> str:
    """The region whose own law it is, `DE-BE`; empty where it is that of a country."""
    return law.upper() if "-" in law else ""


def _of_organisation(organisation: Organisation) -> str:
    named = (organisation.country or "").casefold()
    country = next((code for code, names in COUNTRIES.items() if named in names), EU if named else "")
    region = _of_region(organisation.region) if organisation.region else ""
    if region and (organisation.level or "").casefold() in FEDERAL:
        return country_of(region)
    return region if region and country in {"", country_of(region)} else country


def _of_region(region: str) -> str:
    law = region.casefold()
    return law if law in LAWS else country_of(law) if country_of(law) in COUNTRIES else EU
