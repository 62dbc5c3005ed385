"""Commissions (Art. 22, para 1, item three): what the body above wants, and where its day and the law's contradict each other."""

from datetime import date, timedelta

from law.deadlines import PERIODS
from law.vocabulary import Duty
from law.words import Word

ARTICLE = "第二十二条第一款第三项"
_TOLD_IN, _HANDLED_IN = PERIODS[Duty.NOTICE_REFERRED_15D].days or 0, PERIODS[Duty.HANDLE_60D].days or 0


class Owed(Word):
    """What the body above asked for."""

    CONCLUSION = "conclusion", "办结报告"
    RESULT = "result", "办理结果"


class PetitionerView(Word):
    """What the petitioner says of the answer he was given."""

    AGREES = "agrees", "同意"
    DISAGREES = "disagrees", "不同意"
    UNSAID = "unsaid", "没有明确意见"


class SuperiorChangeKind(Word):
    """How the body above changed what it had asked for."""

    NEW_DAY = "new_day", "另定上报日期"
    CANCELLED = "cancelled", "撤销交办，不再要求上报"


def latest_answer(received_on: date) -> date:
    """Return the last day on which a unit that received a matter today may lawfully answer it (Art. 23, 34), not extended."""
    return received_on + timedelta(days=_TOLD_IN + _HANDLED_IN)


def contradictions(feedback: date | None, *, answer: date | None, above: date | None) -> list[str]:
    """Say where a day for feedback does not fit; nothing is refused for it, and no legal period is shorter for it.

    ``answer``: the last lawful day of the answer, None where no sixty days run; ``above``: the day the body above named.
    """
    said = []
    if feedback and answer and feedback < answer:
        said.append(
            f"反馈日期{feedback}早于依法可以办结的最后一天{answer}：到时可能还没有办结，可以先报阶段情况，或者调整反馈日期；"
            "法定办理期限不因此缩短。"
        )
    if feedback and above and feedback > above:
        said.append(f"反馈日期{feedback}晚于上级要求上报的{above}：请把反馈日期提前，或者向上级商请改期。")
    if above and answer and not feedback and above < answer:
        said.append(
            f"上级要求{above}以前上报，早于依法可以办结的最后一天{answer}：可以先上报阶段情况，或者向上级商请改期。"
        )
    return said
