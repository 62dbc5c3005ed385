"""How near a date is, in a colour and in words: said the same way on every page."""

from datetime import date

NEAR_DAYS = 3


def tone(due_on: date | None, today: date, *, met_on: date | None = None) -> str:
    """Return the colour of a clock: grey not running, green in time, yellow at most 3 days, orange today, red late."""
    if due_on is None or met_on is not None:
        return "grey"
    left = (due_on - today).days
    if left < 0:
        return "red"
    return "orange" if left == 0 else "yellow" if left <= NEAR_DAYS else "green"


def words(due_on: date | None, today: date, *, met_on: date | None = None) -> str:
    """Say in Chinese how a clock stands: days left, due today, days late, or when it was met."""
    if met_on is not None:
        done = f"已于{met_on.year}年{met_on.month}月{met_on.day}日完成"
        return done + (f"（{_early_or_late((due_on - met_on).days)}）" if due_on else "")
    if due_on is None:
        return "未定期限"
    left = (due_on - today).days
    return f"还剩{left}天" if left > 0 else "今天到期" if left == 0 else f"超期{-left}天"


def _early_or_late(left: int) -> str:
    return f"提前{left}天" if left > 0 else f"超期{-left}天" if left else "到期当日"
