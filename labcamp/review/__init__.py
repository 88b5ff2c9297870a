"""All that `check` finds beyond loading, callable without the command line."""
