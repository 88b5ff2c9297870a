"""How people write addresses and links, and how they speak to and of each other: in mails and in event files."""

import re

from labcamp.patterns import pattern_of

ADDRESS = pattern_of(r"https?://[^\s<>\"]+", re.IGNORECASE)
# It begins where nothing of it stands before: else a long word would be read once for each of its letters.
EMAIL = pattern_of(r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]*\w")
BARE = pattern_of(r"(?:https?://|www\.)\S+", re.IGNORECASE)
VAGUE = frozenset(
    """hier|hier klicken|klick|klicken|klick hier|klicken sie hier|klickt hier|bitte klicken|mehr|mehr lesen|mehr dazu
    |mehr erfahren|mehr infos|mehr informationen|weiter|weiterlesen|lesen|link|zum link|details|infos
    |here|click|click here|click this|more|more info|more information|read|read on|read more|learn more|this link|this
    |continue|continue reading""".replace("\n    ", "").split("|")
)
AROUND = " .,:;!?…>»›→«()[]\"'\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
# Inside a sentence, where only the formal address is written with a capital; `Ihr` alone may be polite for `ihr`.
FORMAL = pattern_of(r"(?<=[\w,)] )(?:Sie|Ihnen|Ihre[mnrs]?)\b")
_ARE = (
    "seid|habt|könnt|wollt|dürft|müsst|sollt|werdet|möchtet|braucht|findet|bekommt|kennt|wisst|macht|nehmt|kommt|bringt"
)
# `ihr` alone may be hers or theirs, `du` a part of a French name, and `Dir.` a title.
INFORMAL = pattern_of(
    r"\b(?:[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?|[Dd]u(?! [A-ZÄÖÜ]\w)|(?:[Ww]enn|[Ff]alls|[Oo]b|[Dd]ass) du|[Dd]ich"
    r"|[Dd]ir(?!\. [A-ZÄÖÜ])|[Dd]ein(?:e[mnrs]?)?"
    rf"|[Ii]hr (?:{_ARE})|(?i:{_ARE}) ihr)\b"
)
GENDER = {
    "*in": pattern_of(r"[a-zäöüß]\*in(?:nen)?\b"),
    ":in": pattern_of(r"[a-zäöüß]:in(?:nen)?\b"),
    "_in": pattern_of(r"[a-zäöüß]_in(?:nen)?\b"),
    "/-in": pattern_of(r"[a-zäöüß]/-?in(?:nen)?\b"),
    "Innen": pattern_of(r"[a-zäöüß]Innen\b|(?:er|or|ent|ant|ist|eur)In\b"),
}
