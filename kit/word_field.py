"""A column that holds one of the house's words: which words there are is the program's matter, and changes no table."""

from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    _CharField = models.CharField[Any, str]
else:
    _CharField = models.CharField


class WordField(_CharField):
    """A code with its choices. Migrations know it as a plain column: a new word needs none."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return what a migration writes down: the column, without its words."""
        name, _path, args, options = super().deconstruct()
        kept = {key: value for key, value in options.items() if key != "choices"}
        return str(name), "django.db.models.CharField", list(args), kept
