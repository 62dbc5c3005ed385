"""The toy room: an entry, a figure, a panel, an act, a nightly task, and one of everything else a room may add."""

from celery.schedules import crontab

from cases.models import Case
from cases.places.acting_units import at_the_leg
from cases.record.audiences import handler_or
from kit.doors import Door, Topic
from kit.letters import Variable
from kit.rooms import Entry, Figure, Panel, Room, Tile
from kit.settings import Setting
from kit.texts import Text
from law.vocabulary import Act, Letter
from tests.toy_room import notes, supervising

SUPERVISE = Door(
    act=Act.SUPERVISE,
    facts=("report_by",),
    action=supervising.supervise,
    form=supervising.SuperviseForm,
    place=at_the_leg,
    opening=supervising.supervisable,
    told=handler_or(Act.ACCEPT),
    said="已督办，承办人会收到提醒。",
    icon="flag",
    topic=Topic.TOGETHER,
)

ROOM = Room(
    name="tests.toy_room",
    label="督办（样板）",
    floor=4,
    nav=(Entry("督办件", "toy:list", "flag", needs=(Act.SUPERVISE,), group="督查督办"),),
    tiles=(Tile("督办中", supervising.supervised, "toy:list", "已经督办的信访件", needs=(Act.SUPERVISE,)),),
    panels=(Panel("督办情况", "toy_room/_panel.html", supervising.read_supervision, icon="flag"),),
    timeline=supervising.supervision_lines,
    doors=(SUPERVISE,),
    verbs=tuple(move.verb for move in notes.MOVES),
    records=("toy_room.toynote",),
    papers=(notes.REMINDER,),
    reasons=(notes.NOTE_WRITTEN,),
    letters={Letter.MATERIAL_REQUEST: (Variable("补正内容", "身份证复印件", lambda words: str(words["text"])),)},
    notices=supervising.supervision_notices,
    schedule={"count": {"task": "tests.toy_room.tasks.count_supervised_task", "schedule": crontab(hour=2, minute=0)}},
    settings=(Setting("TOY_MOST", 2, "每个环节最多督办次数"),),
    texts=(Text("来信内容", lambda staff: Case.objects.visible_to(staff), ("content",)),),
    figures=(Figure("督办件数", "已经督办的信访件", supervising.supervised),),
    demo=lambda _day: 1,
    seed=lambda count, _on: count,
    simulate=supervising.supervise_one,
    urls="tests.toy_room.urls",
    api="tests.toy_room.api",
)
