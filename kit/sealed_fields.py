"""Model fields for personal data: sealed in the column, readable in the object."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.models import F
from django.db.models.functions import Cast

from vault.digests import candidates, keyed
from vault.keys import Keyring, load_keyring
from vault.sealing import seal, unseal

if TYPE_CHECKING:
    _TextField = models.TextField[Any, Any]
else:
    _TextField = models.TextField


def keyring() -> Keyring:
    """Return the keyring of settings.KEYS_FILE, re-read when the file changes."""
    return load_keyring(_as_path(settings.KEYS_FILE))


@cache
def _as_path(where: str | Path) -> Path:
    return Path(where)


def digest_of(value: str) -> str:
    """Return the keyed digest of a value under the current generation; "" for an empty value."""
    return keyed(value, key=keyring().current)


def digests_of(value: str) -> list[str]:
    """Return the keyed digests of a value under all generations, to look it up with ``__in``."""
    return candidates(value, keyring=keyring())


def ciphertext(path: str) -> Cast:
    """Return a sealed column as it lies in the database."""
    return Cast(F(path), models.TextField())


def sealed_fields(model: type[models.Model]) -> "list[SealedTextField]":
    """Return the sealed columns of a model."""
    return [column for column in model._meta.concrete_fields if isinstance(column, SealedTextField)]


def opened(model: type[models.Model], name: str, raw: str) -> str:
    """Open what `ciphertext` gave. Raises SealBroken."""
    return unseal(raw, place=f"{model._meta.db_table}.{name}", keyring=keyring()) if raw else ""


class SealedTextField(_TextField):
    """Text sealed with SM4-GCM, bound to its table and column; it cannot be filtered on."""

    def get_prep_value(self, value: Any) -> Any:
        """Seal on the way into the database; "" stays "" (nothing to hide, nothing to look up)."""
        text = super().get_prep_value(value)
        return seal(text, place=self._place(), keyring=keyring()) if text else text

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> Any:
        """Open on the way out. Raises SealBroken for a forged value or a lost key."""
        return unseal(value, place=self._place(), keyring=keyring()) if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        """Allow isnull only: a sealed column has no order and no equality."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed; look it up by its digest")
        return super().get_lookup(lookup_name)

    def _place(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"
