"""The words of the warnings: of what kind a date is."""

from law.words import Word


class Dated(Word):
    """预警的期限是哪一种: a clock, what another unit was asked, or a date that the room itself sets.

    The name of a member is the code of its thresholds and of its warnings (`duty`); a clock has that of its duty.
    """

    CLOCK = "c", "办理期限"
    ASKED = "a", "回复别的单位"
    LIMIT = "u", "包案时限"
    GUARANTEE = "g", "五包"
    STEP = "p", "化解步骤"
    TASK = "t", "任务"
    ORDER = "o", "督办反馈"
    FEEDBACK = "f", "回访反馈的回复"


# What the cases themselves know: the auditor stands on their events.
OF_CASES = (Dated.CLOCK, Dated.ASKED)
