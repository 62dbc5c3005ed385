"""Points and days of an assessment, as a site sets them from a day on. No document at hand fixes them: decision 0071."""

from kit.settings import Setting
from supervision.words.assessing import Formula

MOST_WEIGHT = 100
# [源 P4] for the first two, the others [记忆]: until a site sets its own.
_USUAL = {
    Formula.CLOCKS_IN_TIME: 10,
    Formula.NOTICES_IN_TIME: 5,
    Formula.SOUND_ROWS: 10,
    Formula.CARRIED_OUT: 10,
    Formula.ORDERS_IN_TIME: 5,
    Formula.ATTENDED: 5,
}
WEIGHTS = {
    formula: Setting(
        f"ASSESS_{formula.name}",
        points,
        f"考核：{formula.label}的分值",
        "拟定考核时带入，之后可以逐项改；0为不考核这一项。默认值[记忆]，以当年考核文件为准。",
        unit="分",
        least=0,
        most=MOST_WEIGHT,
    )
    for formula, points in _USUAL.items()
}
OBJECTION_DAYS = Setting(
    "ASSESS_OBJECTION_DAYS",
    7,
    "考核征求意见的天数",
    "从定稿的次日起算，期满才能公布。默认值[记忆]，以当年考核文件为准。",
    unit="日",
    least=1,
    most=60,
)
SETTINGS = (*WEIGHTS.values(), OBJECTION_DAYS)
