"""Typer's own words around our help texts, as it says them in English, in German and English side by side."""

FRAME = {
    # how a command is called
    "Usage: ": {"de": "Aufruf: ", "en": "Usage: "},
    "[OPTIONS]": {"de": "[OPTIONEN]", "en": "[OPTIONS]"},
    "COMMAND [ARGS]...": {"de": "BEFEHL [ANGABEN]...", "en": "COMMAND [ARGS]..."},
    # headings
    "Arguments": {"de": "Angaben", "en": "Arguments"},
    "Options": {"de": "Optionen", "en": "Options"},
    "Commands": {"de": "Befehle", "en": "Commands"},
    # what stands behind an option, plain and with Rich
    "default: {default}": {"de": "sonst: {default}", "en": "default: {default}"},
    "required": {"de": "nötig", "en": "required"},
    "[default: {}]": {"de": "[sonst: {}]", "en": "[default: {}]"},
    "[required]": {"de": "[nötig]", "en": "[required]"},
    # the options that Typer brings along
    "Show this message and exit.": {"de": "Zeigt diese Hilfe.", "en": "Show this help."},
    "Install completion for the current shell.": {
        "de": "Richtet die Tabulatortaste ein: Sie ergänzt Befehle und Namen.",
        "en": "Set up the tab key: it completes commands and names.",
    },
    "Show completion for the current shell, to copy it or customize the installation.": {
        "de": "Zeigt nur, was --install-completion einrichten würde.",
        "en": "Only show what --install-completion would set up.",
    },
}  # fmt: skip
