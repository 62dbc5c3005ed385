"""What the supervision room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room

ROOM = Room(name="supervision", label="督查督办", floor=4, urls="supervision.urls", api="supervision.api_urls")
