"""A column for the moment at which a row was written, by the one clock of the house."""

from typing import TYPE_CHECKING, Any

from django.db import models

from organizations.today import now

if TYPE_CHECKING:
    _DateTimeField = models.DateTimeField[Any, Any]
else:
    _DateTimeField = models.DateTimeField


class MomentField(_DateTimeField):
    """A moment, now() where none is given. Migrations know it as a plain column, so that they import nothing of ours."""

    def __init__(self, verbose_name: str | None = None, **options: Any) -> None:
        options.setdefault("default", now)
        options.setdefault("editable", False)
        super().__init__(verbose_name, **options)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return what a migration writes down: a date and time, and no word of where it comes from."""
        name, _path, args, options = super().deconstruct()
        left_out = ("default", "editable")
        return (
            str(name),
            "django.db.models.DateTimeField",
            list(args),
            {key: value for key, value in options.items() if key not in left_out},
        )
