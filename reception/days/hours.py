"""The hours of a reception, in as many places as there are appointments."""

from datetime import date, datetime, time, timedelta

from law.errors import Refused


def places_in(at: time, until: time, places: int) -> list[time]:
    """Return when each place begins: the hours in equal parts, to the minute."""
    start, end = (datetime.combine(date.min, each) for each in (at, until))
    length = (end - start) // places
    return [(start + n * length).replace(second=0, microsecond=0).time() for n in range(places)]


def assert_hours(at: time, until: time, places: int) -> None:
    """Refuse hours that are too short for their places. Codes: hours_unfit."""
    minutes = (datetime.combine(date.min, until) - datetime.combine(date.min, at)) / timedelta(minutes=1)
    if minutes < places:
        raise Refused("hours_unfit", f"{at:%H:%M}至{until:%H:%M}安排不下{places}个时段，请核对时间。")
