"""The day of the lunar month 农历日 of a date, for market days: a table of the years 2024 to 2060, verified in tests.

No library: those at hand carry almanacs of lucky days (docs/decisions/0078-market-days-by-the-lunar-calendar.md).
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

# A lunar year: 16 bits. Bits 15 to 4 say from the first month to the twelfth whether it has 30 days (else 29); the low four
# are the number of the leap month that follows its namesake, 0 for none; bit 16 says whether that has 30 days.
_FIRST_DAY = date(2024, 2, 10)
_YEARS = (
    0x04B60, 0x0A6E6, 0x0A4E0, 0x0D260, 0x0EA65, 0x0D530, 0x05AA0, 0x076A3, 0x096D0, 0x04AFB,
    0x04AD0, 0x0A4D0, 0x1D0B6, 0x0D250, 0x0D520, 0x0DD45, 0x0B5A0, 0x056D0, 0x055B2, 0x049B0,
    0x0A577, 0x0A4B0, 0x0AA50, 0x1B255, 0x06D20, 0x0ADA0, 0x14B63, 0x09370, 0x049F8, 0x04970,
    0x064B0, 0x168A6, 0x0EA50, 0x06B20, 0x1A6C4, 0x0AAE0, 0x092E0,
)  # fmt: skip


@cache
def _months() -> tuple[list[date], date]:
    """Return the first day of every month of the table, and the day after its last one."""
    firsts, day = list[date](), _FIRST_DAY
    for year in _YEARS:
        leap = year & 0xF
        for month in range(1, 13):
            lengths = [30 if year >> (16 - month) & 1 else 29]
            if month == leap:
                lengths.append(30 if year >> 16 & 1 else 29)
            for length in lengths:
                firsts.append(day)
                day += timedelta(days=length)
    return firsts, day


def lunar_day(day: date) -> int | None:
    """Return the day of the lunar month of a date, 1 to 30; None outside the years of the table."""
    firsts, end = _months()
    if not firsts[0] <= day < end:
        return None
    return (day - firsts[bisect_right(firsts, day) - 1]).days + 1
