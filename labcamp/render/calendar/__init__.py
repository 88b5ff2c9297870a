"""Calendar files of the events (RFC 5545), for every calendar program."""
