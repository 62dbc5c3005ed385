"""What the supervision room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room
from supervision.warnings import parts as warnings
from supervision.warnings.simulated import first_warnings, read_warnings
from supervision.warnings.stock import take_stock

ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*warnings.nav,),
    tiles=(*warnings.tiles,),
    panels=(*warnings.panels,),
    hanging={**warnings.hanging},
    reasons=(*warnings.reasons,),
    verbs=(*warnings.verbs,),
    schedule={**warnings.schedule},
    settings=(*warnings.settings,),
    health={**warnings.health},
    simulate=read_warnings,
    demo=first_warnings,
    seed=take_stock,
    urls="supervision.urls",
    api="supervision.api_urls",
)
