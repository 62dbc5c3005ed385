"""The room of the demonstration: it makes its district through the acts, and adds nothing to anybody's work."""

from kit.rooms import Room

ROOM = Room(name="demo", label="演示数据", floor=6)
