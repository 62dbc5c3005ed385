"""What a site may set of disputes; the numbers come from practice, no law gives them."""

from kit.settings import Setting
from law.matters import Tier

TIER_DAYS: dict[Tier, Setting] = {
    Tier.SIMPLE: Setting("SCREENING_DAYS_SIMPLE", 1, "马上办的矛盾纠纷几天内有结果", unit="天", least=1, most=365),
    Tier.ORDINARY: Setting("SCREENING_DAYS_ORDINARY", 7, "限时办的矛盾纠纷几天内有结果", unit="天", least=1, most=365),
    Tier.DIFFICULT: Setting(
        "SCREENING_DAYS_DIFFICULT", 20, "提级办的矛盾纠纷几天内有结果", unit="天", least=1, most=365
    ),
}
PASS_ON_DAYS = Setting(
    "SCREENING_PASS_ON_DAYS", 3, "提级办的，几个工作日内上报（上报以前的时限）", unit="个工作日", least=1, most=30
)
DECIDE_DAYS = Setting(
    "SCREENING_DECIDE_DAYS", 5, "收到上报、转来的，几个工作日内决定接收或者退回", unit="个工作日", least=1, most=30
)
LARGER_PEOPLE = Setting("SCREENING_LARGER_PEOPLE", 10, "牵涉多少人起为较大", unit="人", least=2, most=10_000)
GRAVE_PEOPLE = Setting("SCREENING_GRAVE_PEOPLE", 30, "牵涉多少人起为重大", unit="人", least=2, most=10_000)
REPEAT_DAYS = Setting(
    "SCREENING_REPEAT_DAYS", 365, "多少天以内、同一地点同一类型的算再次发生的线索", unit="天", least=30, most=3650
)
NAMES_MONTHS = Setting("SCREENING_NAMES_MONTHS", 24, "销账后多少个月删除当事人姓名", unit="个月", least=1, most=24)
SETTINGS = (*TIER_DAYS.values(), PASS_ON_DAYS, DECIDE_DAYS, LARGER_PEOPLE, GRAVE_PEOPLE, REPEAT_DAYS, NAMES_MONTHS)
