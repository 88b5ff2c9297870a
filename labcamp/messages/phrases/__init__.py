"""What the command line says besides findings, in German and English side by side."""

from labcamp.messages.phrases.announcing import ANNOUNCING
from labcamp.messages.phrases.beginning import BEGINNING
from labcamp.messages.phrases.checks import CHECKS
from labcamp.messages.phrases.days import DAYS
from labcamp.messages.phrases.delivery import DELIVERY
from labcamp.messages.phrases.events import EVENTS
from labcamp.messages.phrases.files import FILES
from labcamp.messages.phrases.mailing import MAILING
from labcamp.messages.phrases.mending import MENDING
from labcamp.messages.phrases.people import PEOPLE
from labcamp.messages.phrases.posting import POSTING
from labcamp.messages.phrases.previewing import PREVIEWING
from labcamp.messages.phrases.printing import PRINTING
from labcamp.messages.phrases.series import SERIES
from labcamp.messages.phrases.tasks import TASKS

PHRASES = CHECKS | FILES | ANNOUNCING | EVENTS | MAILING | POSTING | BEGINNING | PEOPLE | DELIVERY | PREVIEWING
PHRASES |= PRINTING | DAYS | TASKS | SERIES | MENDING
