"""The room of the demonstration: it makes its district through the acts, and adds nothing to anybody's work."""

from demo.around import DEMO_NOTICE, show_around
from demo.plans import SOURCE
from kit.rooms import Room

ROOM = Room(
    name="demo", label="演示数据", floor=6, reasons=(DEMO_NOTICE,), sources={SOURCE: "演示数据"}, demo=show_around
)
