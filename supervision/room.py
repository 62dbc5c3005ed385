"""What the supervision room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room
from supervision.warnings import parts as warnings

ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    hanging={**warnings.hanging},
    schedule={**warnings.schedule},
    verbs=(*warnings.verbs,),
    settings=(*warnings.settings,),
    urls="supervision.urls",
    api="supervision.api_urls",
)
