"""The room of the case: what it adds to the house."""

from cases.doors.table import DOORS
from kit.rooms import Room

ROOM = Room(name="cases", label="信访件", floor=2, doors=DOORS)
