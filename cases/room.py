"""The room of the case: what it adds to the house."""

from datetime import timedelta

from celery.schedules import crontab

from cases.actions.own_duty import DUTY_MONTHS
from cases.doors.table import DOORS
from cases.forms.intake_page import SOURCE
from cases.importing.long_work import CASE_IMPORT
from cases.intake.similar import SIMILAR_DAYS
from cases.letters.variables import LETTERS
from cases.lists.day_letters import PRINT_AT_ONCE
from cases.lists.promise_tiles import PROMISE_FIGURES, PROMISE_TILES
from cases.lists.register import REGISTER
from cases.lists.tiles import TILES
from cases.openings.approval import APPROVAL_ASKED
from cases.openings.commission import COMMISSION_DAYS
from cases.openings.promises import PROMISE_DAYS, VISIT_SHARE
from cases.openings.rating import RATING_DAYS
from cases.openings.undoing import UNDO_DAYS
from cases.presenting.accesses import read_access_panel
from cases.printing.answers import FORM_PRINTED
from cases.printing.day_print import DAY_PRINT
from cases.reading.feed import FEED
from cases.reading.open_texts import CASE_TEXT
from cases.record.verbs import VERBS
from cases.sight.accesses import reads_by_access
from kit.rooms import Entry, Panel, Room
from law.vocabulary import Act
from organizations.roles import Right

# The list opens to whoever reads cases at all; who keeps the sealed ones reads only those.
_READS = (Right.SEE, Right.SEE_SEALED)
_MINE, _CASES, _PAPERS = "我的工作", "信访件", "文书"

ROOM = Room(
    name="cases",
    label="信访件",
    floor=2,
    nav=(
        Entry("工作台", "cases:desk", "desk", group=_MINE),
        Entry("登记", "cases:intake", "intake", needs=(Act.REGISTER,), group=_MINE),
        # Of the floor below; it stands here so that the desk is the first of its group.
        Entry("我的任务", "jobs", "hourglass", group=_MINE, also=("job",)),
        Entry(
            "信访件", "cases:list", "list", needs=_READS, group=_CASES, also=("cases:case",), besides=reads_by_access
        ),
        Entry("期限一览", "cases:clocks", "clock", needs=_READS, group=_CASES),
        Entry("台账", "ledgers", "book", needs=_READS, group=_CASES, also=("ledger", "print_ledger")),
        Entry("导入", "cases:import", "upload", needs=(Right.IMPORT,), group=_CASES, also=("cases:import_preview",)),
        Entry("按人查询", "cases:look_up", "search", needs=(Right.LOOK_UP,), group=_CASES),
        Entry("临时查阅", "cases:accesses", "eye", needs=(Right.GIVE_ACCESS,), group=_CASES, besides=reads_by_access),
        Entry("重大紧急日报", "cases:urgent_day", "flag", needs=_READS, group=_CASES, short="紧急日报"),
        Entry(
            "承诺",
            "cases:promises",
            "flag",
            needs=(*_READS, Act.PROMISE),
            group=_CASES,
            also=("cases:promise_figures",),
        ),
        Entry("拟办待批", "cases:approvals", "seal", needs=(Act.APPROVE_PROPOSAL,), group=_CASES),
        Entry("存查清单", "cases:filings", "seal", needs=(Act.APPROVE_EXIT,), group=_CASES),
        Entry(
            "人民建议征集",
            "cases:collections",
            "chat",
            group=_CASES,
            short="建议征集",
            also=("cases:collection", "cases:collection_new", "cases:collection_edit", "cases:collection_result"),
        ),
        Entry("当天文书", "cases:day_letters", "book", needs=(Act.REFER, Act.NOTIFY), group=_PAPERS),
        Entry(
            "扫码送达",
            "cases:scan",
            "letter",
            needs=(Act.NOTIFY, Act.RECORD_RETURN),
            group=_PAPERS,
            also=("cases:scanned",),
        ),
        Entry("邮寄登记", "cases:mailings", "send", needs=(Act.NOTIFY, Act.SERVE), group=_PAPERS),
        Entry("法律依据", "cases:legal_bases", "book", group=_PAPERS, also=("cases:basis_sheet",)),
        Entry(
            "日历",
            "cases:calendar",
            "calendar",
            needs=(Right.MANAGE_UNITS,),
            group="系统",
            also=("cases:holiday_notice",),
        ),
        Entry(
            "机构改革",
            "cases:reforms",
            "split",
            needs=(Right.MANAGE_UNITS, Right.APPROVE_GRANTS),
            group="系统",
            also=("cases:reform_new",),
        ),
        Entry("为什么能看到", "cases:why_seen", "eye", needs=(Right.READ_LOG,), group="系统"),
        Entry(
            "文书模板",
            "cases:letter_templates",
            "book",
            needs=(Right.MANAGE_UNITS,),
            group="系统",
            also=("cases:letter_template",),
        ),
    ),
    tiles=(*TILES, *PROMISE_TILES),
    panels=(Panel("临时查阅", "cases/_access.html", read_access_panel, icon="eye"),),
    doors=DOORS,
    figures=PROMISE_FIGURES,
    letters=LETTERS,
    verbs=(*VERBS, FORM_PRINTED),
    feed=FEED,
    texts=(CASE_TEXT,),
    # The request key of our own intake page means nothing to people.
    sources={SOURCE: ""},
    jobs=(CASE_IMPORT, DAY_PRINT),
    ledgers=(REGISTER,),
    schedule={
        "sweep-follow-ups": {
            "task": "cases.tasks.sweep_follow_ups_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "forget-follow-ups": {
            "task": "cases.tasks.forget_follow_ups_task",
            "schedule": crontab(hour=2, minute=50),
            "options": {"expires": 3600},
        },
        "recount-clocks": {
            "task": "cases.tasks.recount_clocks_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "follow-moves": {
            "task": "cases.tasks.follow_moves_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "carry-out-reforms": {
            "task": "cases.tasks.carry_out_reforms_task",
            "schedule": timedelta(minutes=5),
            "options": {"expires": 240},
        },
        "audit-reach": {
            "task": "cases.tasks.audit_reach_task",
            "schedule": crontab(hour=3, minute=40),
            "options": {"expires": 3600},
        },
        "count-terms": {
            "task": "cases.tasks.count_terms_task",
            "schedule": crontab(minute=50),
            "options": {"expires": 3000},
        },
        "draw-promises": {
            "task": "cases.tasks.draw_promises_task",
            "schedule": crontab(hour=4, minute=10),
            "options": {"expires": 3600},
        },
        "recount-all-clocks": {
            "task": "cases.tasks.recount_all_clocks_task",
            "schedule": crontab(hour=1, minute=30),
            "options": {"expires": 3600},
        },
    },
    settings=(
        SIMILAR_DAYS,
        PRINT_AT_ONCE,
        RATING_DAYS,
        UNDO_DAYS,
        DUTY_MONTHS,
        APPROVAL_ASKED,
        COMMISSION_DAYS,
        PROMISE_DAYS,
        VISIT_SHARE,
    ),
    printed=("print_procedure", "print_glossary", "print_feed"),
    urls="cases.urls",
    api="cases.api.urls",
)
