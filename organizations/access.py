"""How the ways into an account open and end: its password, its tokens, its owner's leaving.

Sessions and tokens hang on the stored password: whoever gets another one, however, has none left. Here alone
passwords of existing accounts are set, and the tokens that have become worthless are cleared away with it.
"""

from collections.abc import Iterable

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import ACCOUNT_CLOSED, ACCOUNT_REOPENED, PASSWORD_CHANGED, PASSWORD_RESET, TOKEN_ENDED
from organizations.models import ApiToken, Staff
from organizations.outbox.recipients import colleague
from organizations.outbox.words import PASSWORD_WAS_RESET

_RESET = "您的密码已由管理员重置，请尽快改成自己的密码。如果不是您要求的，请马上告诉系统管理员。"


def check_password_rule(password: str, staff: Staff) -> None:
    """Refuse a password against the rule, or the present one over again. Raises Refused weak_password."""
    try:
        validate_password(password, staff)
    except ValidationError as error:
        raise Refused("weak_password", f"密码不合要求：{''.join(error.messages)}") from error


def give_password(people: Iterable[Staff], stored: str) -> None:
    """Store one hashed password for these accounts; their sessions and tokens end."""
    keys = [staff.pk for staff in people]
    with transaction.atomic():
        Staff.objects.filter(pk__in=keys).update(password=stored)
        ApiToken.objects.filter(user__in=keys).delete()


def change_password(staff: Staff, password: str) -> None:
    """Change a password to a new one; all sessions and tokens end. Raises Refused weak_password."""
    with transaction.atomic():
        _renew_password(staff, password)
        note(PASSWORD_CHANGED, by=staff, about=staff)


def _renew_password(staff: Staff, password: str) -> None:
    check_password_rule(password, staff)
    staff.password = make_password(password)
    give_password([staff], staff.password)


def reset_password(username: str, password: str) -> Staff:
    """Give an account a new password. Raises Refused: account_unknown, account_closed, weak_password."""
    staff = account_named(username)
    if not staff.is_active:
        raise Refused("account_closed", f"账号“{username}”已停用；重新启用请用 reopen_staff，同时给新密码。")
    with transaction.atomic():
        _renew_password(staff, password)
        note(PASSWORD_RESET, at=staff.unit, about=staff)
        queue_message(Channel.PRODUCT, PASSWORD_WAS_RESET, colleague(staff), _RESET, url=reverse("account"))
    return staff


def close_account(username: str) -> Staff:
    """Close the account of somebody who left: the password is worthless from now on, sessions and tokens end.

    Raises Refused account_unknown.
    """
    staff = account_named(username)
    with transaction.atomic():
        Staff.objects.filter(pk=staff.pk).update(is_active=False)
        give_password([staff], make_password(None))
        note(ACCOUNT_CLOSED, at=staff.unit, about=staff)
    staff.refresh_from_db(fields=["is_active", "password"])
    return staff


def reopen_account(username: str, password: str) -> Staff:
    """Open a closed account again under a new password; nothing of before opens it.

    Raises Refused: account_unknown, account_open, weak_password.
    """
    staff = account_named(username)
    if staff.is_active:
        raise Refused("account_open", f"账号“{username}”没有停用；忘记密码请用 reset_password。")
    with transaction.atomic():
        _renew_password(staff, password)
        Staff.objects.filter(pk=staff.pk).update(is_active=True)
        note(ACCOUNT_REOPENED, at=staff.unit, about=staff)
    staff.refresh_from_db(fields=["is_active"])
    return staff


def revoke_token(staff: Staff, key: str) -> None:
    """End one of a person's own tokens. Raises Refused not_found: there is none, or it is another's."""
    # What is no token's key (a NUL, say) never reaches the database.
    with transaction.atomic():
        gone = key.isalnum() and ApiToken.objects.filter(user=staff, token_key=key).delete()[0]
        if not gone:
            raise Refused("not_found", "没有这个令牌，或者它已经失效。")
        note(TOKEN_ENDED, by=staff, number=1)


def account_named(username: str) -> Staff:
    """Return an account. Raises Refused account_unknown."""
    staff = Staff.objects.select_related("unit").filter(username=username.strip()).first()
    if staff is None:
        raise Refused("account_unknown", f"没有账号“{username[:40]}”。")
    return staff
