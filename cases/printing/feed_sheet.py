"""docs/feed.md: what a line of the feed holds, and which facts the event of each act carries, printed from the rows."""

from datetime import date

from cases.record.facts import FACTS, facts_of
from law.vocabulary import Act

_KINDS = {int: "整数", bool: "是否", date: "日期", str: "代码", list: "列表"}
_HEAD = """# 变动

`GET /api/v1/feed/?cursor=…&most=…` 按提交的先后给出调用者查看范围内的变动。每次回答带一个 `cursor`，下一次从那里读起：不漏、不重；
提交得晚的排在后面，不会被跳过。游标只供本账号使用。`more` 为真时可以马上再取；范围很小的账号可能得到空的 `results` 和新的游标。

| kind | 意思 | 字段 |
| --- | --- | --- |
| `event` | 办理了一个行为 | `case` `number` `leg` `act` `on` `at` `by` `for_whom` `party` `unit` `from_state` `to_state` `article` `facts` |
| `arrival` | 信访件到了本人的单位，以前的办理请读取该件 | `case` `number` |
| `entry` | 本人的角色变了，能看到的范围随之变动；或者能看到的一条记录变了 | `at` `verb` `unit` `facts` `record` `key` `by` `for_whom` |

检举控告内容不对调用者公开的信访件，登记单位对整件办理的行为不带 `facts`。

## 各个行为的 facts

由程序打印（`manage print_feed`）；没有列出的行为不带 facts。

| 行为 | 代码 | facts |
| --- | --- | --- |
"""


def feed_sheet() -> str:
    """Return the document."""
    rows = [
        f"| {act.label} | `{act}` | {'，'.join(_fact(name) for name in facts_of(act))} |"
        for act in Act
        if facts_of(act)
    ]
    return _HEAD + "\n".join(rows) + "\n"


def _fact(name: str) -> str:
    fact = FACTS[name]
    kind = "文字" if fact.free else _KINDS[fact.kind]
    return f"`{name}` {fact.label}（{kind}）"
