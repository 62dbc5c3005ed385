"""What the supervision room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room
from supervision.ownership import parts as ownership
from supervision.timeline import timeline

ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*ownership.NAV,),
    tiles=(*ownership.TILES,),
    panels=(*ownership.PANELS,),
    timeline=timeline,
    hanging={**ownership.HANGING},
    verbs=(*ownership.VERBS,),
    records=(*ownership.RECORDS,),
    settings=(*ownership.SETTINGS,),
    urls="supervision.urls",
    api="supervision.api_urls",
)
