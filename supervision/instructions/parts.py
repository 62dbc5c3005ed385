"""What instructions and tasks add to the room: entries, figures, the block of the case page, verbs, records."""

from kit.rooms import Entry, Panel, Tile
from organizations.roles import Right
from supervision.instructions.giving import GIVEN
from supervision.instructions.moves import MOVES, SHEET
from supervision.instructions.reading import instruction_panel, waiting_at_the_desk, waiting_for
from supervision.tasks.moves import MOVES as TASK_MOVES
from supervision.tasks.reading import late, to_check, to_do

GROUP = "批示会议"
NAV = (
    # Among the first four, so that it stands in the bottom bar of the leader's phone.
    Entry("今日呈阅", "supervision:today", "pen", needs=(Right.INSTRUCT,), group="我的工作"),
    Entry(
        "领导批示",
        "supervision:instructions",
        "letter",
        needs=(Right.SUBMIT_TO_LEADER, Right.CHECK_TASKS),
        group=GROUP,
        also=("supervision:submission", "supervision:submit"),
    ),
    Entry(
        "任务清单",
        "supervision:tasks",
        "flag",
        needs=(Right.DO_TASKS, Right.GIVE_TASKS, Right.CHECK_TASKS),
        group=GROUP,
        also=("supervision:task",),
    ),
)
TILES = (
    Tile("待批示", waiting_for, "supervision:today", "呈阅给我、还没有批示的", needs=(Right.INSTRUCT,)),
    Tile(
        "待批回",
        waiting_at_the_desk,
        "supervision:instructions",
        "已经呈阅领导、还没有批示的",
        query="view=waiting",
        needs=(Right.SUBMIT_TO_LEADER,),
    ),
    Tile(
        "任务待办",
        to_do,
        "supervision:tasks",
        "领导批示、会议决议交给本单位，还没有反馈的",
        query="view=to_do",
        needs=(Right.DO_TASKS,),
    ),
    Tile(
        "任务待核实",
        to_check,
        "supervision:tasks",
        "承办单位已反馈，等另一人核实；本人下达、反馈的和本单位承办的不计",
        query="view=to_check",
        needs=(Right.CHECK_TASKS,),
    ),
    Tile(
        "任务已逾期",
        late,
        "supervision:tasks",
        "过了时限还没有反馈的任务",
        query="view=late",
        needs=(Right.CHECK_TASKS, Right.GIVE_TASKS),
    ),
)
PANELS = (Panel("领导批示", "supervision/instructions/_panel.html", instruction_panel, icon="pen"),)
VERBS = (*(move.verb for move in (*MOVES, *TASK_MOVES)), GIVEN)
RECORDS = ("supervision.submission", "supervision.task")
PAPERS = (SHEET,)
