"""The people who work with cases, and the roles they hold."""

from datetime import date
from functools import cached_property
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from kit.precompiled import DAY, KEY, Precompiled
from kit.word_field import WordField
from organizations.models.units import Unit
from organizations.roles import OFFICERS, Role
from organizations.today import today


class StaffManager(BaseUserManager["Staff"]):
    """Makes accounts; passwords are always hashed."""

    def create_user(self, username: str, password: str, *, name: str, unit: Unit, position: str = "") -> "Staff":
        """Create one active account."""
        staff = self.model(username=username, name=name, unit=unit, position=position)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff


# The manager of tokens comes from a library without types.
class Staff(AbstractBaseUser):  # type: ignore[django-manager-missing]
    """A member of staff: the user model. No account is ever shared or deleted; who leaves becomes inactive."""

    username = models.CharField("账号", max_length=40, unique=True)
    name = models.CharField("姓名", max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people", verbose_name="所在单位")
    position = models.CharField("职务", max_length=40, default="", blank=True)
    is_active = models.BooleanField("在岗", default=True)

    objects = StaffManager()
    # Who acts in this person's name, where this object was made for that (organizations/mandates.py).
    hand: "Staff | None" = None
    mandate_id: int | None = None

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = "工作人员"
        ordering = ["unit_id", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def both(self) -> frozenset[int]:
        """Return the keys of who is meant where a second person is asked for: this person, and whose hand it is."""
        return frozenset({self.pk, self.hand.pk} if self.hand else {self.pk})

    @cached_property
    def grants_in_force(self) -> "list[Grant]":
        """Return this person's approved, unexpired grants with their units; one query per request."""
        held = list(_HELD.ask(self.pk, today(), of=self))
        for grant in held:
            # Most people hold their role at home: what came with it need not be asked for again.
            if grant.unit_id == self.unit_id:
                self.unit = grant.unit
        # What an officer does he does himself.
        return [grant for grant in held if self.hand is None or grant.role not in OFFICERS]

    @cached_property
    def roles(self) -> frozenset[Role]:
        """Return the roles this person holds anywhere."""
        return frozenset(Role(grant.role) for grant in self.grants_in_force)


class GrantQuerySet(models.QuerySet["Grant"]):
    """Questions asked of grants."""

    def in_force(self, day: date) -> "GrantQuerySet":
        """Return the grants that a second officer approved, that have not run out and that nobody has ended by then."""
        return self._running(day).filter(models.Q(ended_on=None) | models.Q(ended_on__gt=day))

    def stood_on(self, day: date) -> "GrantQuerySet":
        """Return the grants by which somebody could act on a day of the past, the day of their end with it."""
        given = models.Q(approved_on=None) | models.Q(approved_on__lte=day)
        return self._running(day).filter(given, models.Q(ended_on=None) | models.Q(ended_on__gte=day))

    def open(self) -> "GrantQuerySet":
        """Return what was not ended; there is one such row for a person, a role and a unit."""
        return self.filter(ended_on=None)

    def _running(self, day: date) -> "GrantQuerySet":
        unexpired = models.Q(valid_to=None) | models.Q(valid_to__gte=day)
        return self.filter(unexpired, valid_from__lte=day, approved_by__isnull=False)


class Grant(models.Model):
    """A role held by a person at a unit; it counts once the security administrator has approved it (三员分立).

    Never overwritten: what ran out or was taken back is ended, and given again it is a new row.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="grants")
    role = WordField("角色", max_length=30, choices=Role.choices())
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    valid_from = models.DateField(default=date(2000, 1, 1))
    valid_to = models.DateField(null=True, blank=True)
    granted_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    given_on = models.DateField(null=True)
    approved_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    end_reason = models.CharField("收回理由", max_length=200, default="")

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = "授权"
        indexes = [models.Index(fields=["unit", "role"], name="grant_unit_role")]
        constraints = [
            models.UniqueConstraint(
                fields=["staff", "role", "unit"], condition=models.Q(ended_on=None), name="grant_open_once"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None) | ~models.Q(approved_by=models.F("granted_by")),
                name="grant_two_officers",
            ),
        ]


def _held(staff: int, day: date) -> GrantQuerySet:
    rows: GrantQuerySet = Staff(pk=staff).grants.in_force(day)
    return rows.select_related("unit").order_by("pk")


_HELD = Precompiled(_held, KEY, DAY)
