"""What the supervision room adds to the house: the parts of its topics, in one list."""

from kit.rooms import Room
from supervision.campaigns import parts as campaigns
from supervision.contacts import parts as contacts
from supervision.in_demonstrations import live, show
from supervision.ownership import parts as ownership
from supervision.timeline import timeline

ROOM = Room(
    name="supervision",
    label="督查督办",
    floor=4,
    nav=(*ownership.NAV, *campaigns.NAV, *contacts.NAV),
    tiles=(*ownership.TILES,),
    panels=(*ownership.PANELS,),
    timeline=timeline,
    hanging={**ownership.HANGING, **campaigns.HANGING},
    verbs=(*ownership.VERBS, *campaigns.VERBS, *contacts.VERBS),
    records=(*ownership.RECORDS, *campaigns.RECORDS, *contacts.RECORDS),
    ledgers=(*ownership.LEDGERS,),
    figures=(*ownership.FIGURES,),
    settings=(*ownership.SETTINGS, *campaigns.SETTINGS),
    demo=show,
    simulate=live,
    urls="supervision.urls",
    api="supervision.api_urls",
)
