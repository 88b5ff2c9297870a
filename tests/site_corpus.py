"""Two hundred sessions, 24 of them real, and what people ask: for the search of the archive."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

from sample import in_memory

from labcamp.model import Event, Person, Session
from labcamp.render.site import site_files
