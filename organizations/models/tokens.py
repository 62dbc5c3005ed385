"""Tokens of the REST door, each bound to the password that its owner had when it was given."""

import hashlib
from typing import Any

from django.db import models
from django.utils import timezone
from knox.models import AbstractAuthToken, AuthTokenManager

from organizations.models.staff import Staff


def bond_of(staff: Staff) -> str:
    """Return what ties a token to the present password: any other password, however it was set, has another one."""
    return hashlib.sha256(f"token:{staff.password}".encode()).hexdigest()


class ApiTokenManager(AuthTokenManager):  # type: ignore[misc]
    """Makes tokens and finds those that still open the door; a token comes with its owner and his unit."""

    def get_queryset(self) -> "models.QuerySet[ApiToken]":
        """Return tokens with whom they let in: who calls is asked in one statement."""
        return super().get_queryset().select_related("user__unit")  # type: ignore[no-any-return]

    def create(self, user: Staff, **kwargs: Any) -> Any:
        """Return a new token's row and its text, which is stored nowhere."""
        return super().create(user, bond=bond_of(user), **kwargs)

    def open_to(self, staff: Staff) -> "models.QuerySet[ApiToken]":
        """Return a person's tokens that are neither run out nor of a former password, the newest first."""
        rows: models.QuerySet[ApiToken] = self.filter(user=staff, bond=bond_of(staff), expiry__gt=timezone.now())
        return rows.order_by("-created")


class ApiToken(AbstractAuthToken):  # type: ignore[misc]
    """A token that dies with the password it was given for; its last use after the day it was made is known to the day."""

    bond = models.CharField(max_length=64)
    last_used_on = models.DateField(null=True)

    objects = ApiTokenManager()

    class Meta:
        verbose_name = "访问令牌"

    @property
    def prefix(self) -> str:
        """Return the first characters of the token, by which its owner knows it."""
        return str(self.token_key)[:8]
