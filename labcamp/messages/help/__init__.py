"""The help texts of the command line, in German and English side by side."""

from labcamp.messages.help.commands import COMMANDS
from labcamp.messages.help.frame import FRAME
from labcamp.messages.help.options import OPTIONS
from labcamp.messages.help.single import SINGLE

HELP = COMMANDS | OPTIONS | SINGLE | FRAME
