"""What the supervision room adds to the house."""

from kit.rooms import Room

ROOM = Room(name="supervision", label="督查督办", floor=4)
