"""The figures of my desk that cases add: one a kind of waiting, dates first, each the count of the list it opens."""

from django.utils.http import urlencode

from cases.lists.waiting import Waiting, listed, needs
from kit.rooms import Tile

_TONES = {Waiting.OVERDUE: "red", Waiting.TODAY: "orange", Waiting.NEAR: "yellow"}
_DEFINITIONS = {
    Waiting.DISPATCH: "已登记、还有诉求没有分给责任单位的信访件",
    Waiting.LINK: "检举控告没有登记或者没有关联被反映对象，关联前不能分流",
    Waiting.OPEN: "转到本单位、还没有受理的信访件",
    Waiting.TAKE: "已受理、还没有指定承办人的信访件",
    Waiting.MINE: "由我承办、还没有结案的信访件",
    Waiting.ASSESS: "村（社区）已报告核查情况，还没有研判",
    Waiting.SIGN: "已送审，等负责人审核签发；本人承办或者送审的不计",
    Waiting.SERVE: "意见书已签发，或者本单位已作出复查、复核意见，还没有送达",
    Waiting.RETURNED: "文书被退回，还没有换一种方式重新送达",
    Waiting.REPLY: "下派核查、征求意见还没有回复",
    Waiting.VOID: "他人申请作废、等第二人核准",
    Waiting.PROPOSAL: "分办员呈报的拟办意见，等批准后转送、交办、转出；本人呈报的不计",
    Waiting.REMEDY: "交本单位复查、复核，等草拟意见或者等负责人决定；本人草拟的不计待决定",
    Waiting.OBJECTION: "责任单位提出异议，等转送、交办的单位核实决定",
    Waiting.ARBITRATION: "同一诉求再次提出异议，或者争议提请指定，等共同上一级或者联席会议指定办理单位",
    Waiting.REDIRECT: "对方商请重新转办，等本单位答复；本人商请的不能自己答复",
    Waiting.UPWARD: "上级交办的信访件，还没有向上级上报办结报告",
    Waiting.REPORT: "交办的单位提交了办结报告等采用或者退回，或者申请调整反馈日期等答复",
    Waiting.EXIT_NOTICE: "不予受理、不再受理、导入法定途径、转送的告知书还没有送达",
    Waiting.TRANSFER: "已转出，还没有登记接收单位的回执",
    Waiting.EXIT: "不予受理、不再受理、存查等另一人核准；本人提出的不计",
    Waiting.UNIT: "本单位还没有办结的信访件",
    Waiting.OVERDUE: "最近的期限已经过了",
    Waiting.TODAY: "最近的期限就是今天",
    Waiting.NEAR: "最近的期限在三日以内",
}


def _tile(what: Waiting) -> Tile:
    return Tile(
        label=what.label,
        rows=lambda staff, on: listed(staff, what, on),
        url_name="cases:list",
        query=urlencode({"waiting": what}),
        definition=_DEFINITIONS[what],
        needs=needs(what),
        tone=_TONES.get(what),
    )


TILES = tuple(map(_tile, [*_TONES, *(what for what in Waiting if what not in _TONES)]))
