"""Findings about mail programs, services and the preview in English."""

from labcamp.messages import Message

DELIVERY: dict[str, Message] = {
    "LC810": Message("the preview cannot run at port {ports}: {reason}", "take another one, such as --port 8800, or end what runs there"),
    "LC811": Message("'{text}' is not a port", "a port is a number from 1024 to 65535, such as --port 8765"),
    "LC812": Message("in this folder the system does not tell when a file changes: {reason}", "copy the folder to a disk of your own, and start the preview there"),
}  # fmt: skip
