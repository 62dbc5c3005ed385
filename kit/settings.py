"""Something that a site may set, declared by the room that uses it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from law.errors import Refused


@dataclass(frozen=True)
class Setting:
    """Something that may be set: from a day on, by who manages units (organizations/settings_in_force.py).

    Before any version it is ``XINFANG_<KEY>`` of the environment, else its default, whose type (int, bool, str) it has.
    ``least`` and ``most`` bound a number, ``choices`` a word; ``wrong(value)`` says what else is wrong with a value,
    ``preview(value, day)`` what it would change.
    """

    key: str
    default: Any
    label: str
    help: str = ""
    unit: str = ""
    least: int | None = None
    most: int | None = None
    choices: tuple[tuple[str, str], ...] = ()
    preview: Callable[[Any, date], list[str]] | None = None
    wrong: Callable[[Any], str] | None = None

    def checked(self, value: Any) -> Any:
        """Return a value that fits. Raises Refused: setting_unfit, of another type or out of its bounds."""
        kind = type(self.default)
        fits = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        if not fits:
            wanted = {bool: "是或者否", int: "整数"}.get(kind, "文字")
            raise Refused("setting_unfit", f"“{self.label}”应为{wanted}。")
        if isinstance(value, str) and not value.isprintable():
            raise Refused("setting_unfit", f"“{self.label}”里有不能显示的字符。")
        if self.choices and value not in dict(self.choices):
            raise Refused("setting_unfit", f"“{self.label}”只能是{'、'.join(dict(self.choices).values())}之一。")
        low, high = self.least, self.most
        if (low is not None and value < low) or (high is not None and value > high):
            raise Refused("setting_unfit", f"“{self.label}”应在{low}至{high}{self.unit}之间。")
        if self.wrong and (why := self.wrong(value)):
            raise Refused("setting_unfit", f"“{self.label}”{why}。")
        return value

    def said(self, value: Any) -> str:
        """Return a value as people read it."""
        if isinstance(value, bool):
            return "是" if value else "否"
        return dict(self.choices).get(value, f"{value}{self.unit}")
