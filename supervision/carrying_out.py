"""Which answers have to be carried out, and how long that may take (Art. 32, para 2): for whoever looks into it."""

from datetime import date

from kit.settings import Setting
from law.vocabulary import Outcome
from organizations.settings_in_force import setting_on

TO_CARRY_OUT = (Outcome.SUPPORT, Outcome.ADOPTED, Outcome.PARTLY_ADOPTED, Outcome.SETTLED)
CARRY_OUT_DAYS = Setting("CARRY_OUT_DAYS", 60, "答复支持以后多少天没有执行完列为督办线索", unit="日", least=7, most=730)


def carry_out_days(on: date) -> int:
    """Return how long an answer may wait to be carried out before it is looked at."""
    return int(setting_on(CARRY_OUT_DAYS.key, on))
