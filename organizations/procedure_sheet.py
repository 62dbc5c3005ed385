"""docs/procedure.md: the rows of law/procedure.py laid out for reading."""

from collections.abc import Container, Iterable

from law.party_acts import PARTY_ACTS
from law.procedure import LIVE, STEPS, Step
from law.second_persons import SECOND_PERSONS
from law.vocabulary import Act, Scope, State
from law.words import Word

_HEAD = ("行为", "从", "到", "谁", "文书", "满足期限", "终止期限", "起算期限", "依据", "说明", "软件")
_SOURCE = (
    "本文件由 law/procedure.py 的 STEPS 打印（`manage print_procedure`），程序按同一张表放行或者拒绝每一步。"
    "“到”一栏为“—”的，状态不变；“满足期限”是履行了的职责，“终止期限”是没有履行、只因这一步不再计算的；“起算期限”是这一步可能起算的期限，是否适用由事项所走的路径和单位的性质决定。"
    "“软件”一栏：“已实现”是现在就能办理的，“规程”是条例有规定、表中有位置而软件尚未开放的。"
    "谁能办理以 permissions.md 为准，“谁”一栏只是称呼。"
)


_OF_THE_PETITIONER = (
    f"信访人本人（信访代表、委托期限内的代理人）可以自己办理的：{'、'.join(act.label for act in PARTY_ACTS)}。"
)


def procedure_text(implemented: Container[Act]) -> str:
    """Return docs/procedure.md; ``implemented``: the acts that the software carries out already."""
    live = f"“在办各状态”指{_words(LIVE)}。"
    parts = ["# 办理规程", "", _SOURCE, "", live, "", _OF_THE_PETITIONER, "", *_second_persons()]
    for scope in Scope:
        steps = [step for step in STEPS if step.scope is scope]
        parts += ["", f"## {scope.label}", "", _row(*_HEAD), _row(*["---"] * len(_HEAD))]
        parts += [_row(*_cells(step, step.act in implemented)) for step in steps]
    return "\n".join([*parts, ""])


def _second_persons() -> list[str]:
    rows = [f"- {_words(row.second)}：{row.who}以外的人" for row in SECOND_PERSONS]
    return ["须由另一人办理的（替他录入过的人、代他办理的人同样不行）：", "", *rows]


def _cells(step: Step, implemented: bool) -> tuple[str, ...]:
    return (
        step.act.label,
        _states(step),
        step.to_state.label if step.to_state else "—",
        step.actor,
        step.needs.label if step.needs else "—",
        _words(step.meets),
        _words(step.ends),
        _words(step.starts),
        step.article,
        step.note or "—",
        "已实现" if implemented else "规程",
    )


def _states(step: Step) -> str:
    """Say from which states; long lists have a name, or are named by what they leave out."""
    if set(step.from_states) == set(LIVE):
        return "在办各状态"
    missing = [state for state in State if state not in step.from_states]
    if step.from_states and len(missing) <= 2:
        return f"除{_words(missing)}以外的各状态" if missing else "任何状态"
    return _words(step.from_states)


def _words(words: Iterable[Word]) -> str:
    return "、".join(word.label for word in words) or "—"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
