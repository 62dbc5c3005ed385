"""What a site may set of suggestions."""

from kit.settings import Setting

LEARN_FROM_CASES = Setting(
    "INSIGHT_LEARN_FROM_CASES",
    200,
    "内容分类至少有多少件登记了分类的件才开始学习",
    help="不足的，按字典的词提示。只用没有密封、没有作废的件，每周学习一次。",
    unit="件",
    least=50,
    most=100_000,
)
LEARN_LEAST_ACCURACY = Setting(
    "INSIGHT_LEARN_LEAST_ACCURACY",
    60,
    "学得的内容分类准确率至少百分之多少才用来提示",
    help="用五分之一没有学过的件核对；达不到的，仍按字典的词提示。",
    unit="%",
    least=30,
    most=100,
)
SETTINGS = (LEARN_FROM_CASES, LEARN_LEAST_ACCURACY)
