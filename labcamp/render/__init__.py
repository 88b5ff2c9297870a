"""From events to artefacts: the tables of kinds."""
