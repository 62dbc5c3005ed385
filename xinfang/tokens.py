"""Who calls the REST door: an account's password once, a token from then on."""

from typing import Any

from django.contrib.auth import authenticate
from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.plumbing import build_bearer_security_scheme_object
from knox.auth import TokenAuthentication
from rest_framework.authentication import BasicAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from law.errors import Refused
from organizations.log_ins import Slowed, attempt_of, note_failure
from organizations.mandates import acting_for
from organizations.models import ApiToken, Staff
from organizations.models.tokens import bond_of
from organizations.today import today

# The number of the mandate under which a program, or a deputy, acts for somebody.
ACTING_HEADER = "X-Acting-For"


class PasswordAuthentication(BasicAuthentication):
    """HTTP Basic against the accounts; wrong passwords count towards the same lock-out as on the login page."""

    def authenticate_credentials(self, userid: str, password: str, request: Any = None) -> tuple[Any, None]:
        """Return the member of staff.

        Raises AuthenticationFailed, or Refused log_in_slowed; a locked-out account is answered by django-axes.
        """
        if "\x00" in userid + password:
            raise AuthenticationFailed
        # The plain request: there the lock-out is marked, and its middleware looks for the mark.
        plain = request._request if isinstance(request, Request) else request
        attempt = attempt_of(plain, userid)
        try:
            attempt.assert_turn()
        except Slowed:
            note_failure(userid, "api", "slowed")
            raise
        user = authenticate(request=plain, username=userid, password=password)
        if user is None:
            attempt.note_failure()
            if not getattr(plain, "axes_locked_out", False):
                note_failure(userid, "api", "wrong")
            raise AuthenticationFailed
        return user, None


class Token(TokenAuthentication):  # type: ignore[misc]
    """A token of our own making; anything else in the header is refused before the database is asked."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        """Return the member of staff and the token, or None where no token was sent. Raises AuthenticationFailed."""
        parts = get_authorization_header(request).split()
        if parts and parts[0].lower() == b"token" and not all(part.isalnum() for part in parts[1:]):
            raise AuthenticationFailed
        found: tuple[Any, Any] | None = super().authenticate(request)
        mandate = request.headers.get(ACTING_HEADER, "")
        return (_person(found[0], mandate), found[1]) if found and mandate else found

    def validate_user(self, auth_token: ApiToken) -> tuple[Any, Any]:
        """Return the owner and the token. Raises AuthenticationFailed for one of a former password or a closed account.

        What is refused is deleted: no later turn of the account makes it good again.
        """
        staff = auth_token.user
        if not staff.is_active:
            ApiToken.objects.filter(user=staff).delete()
        elif auth_token.bond != bond_of(staff):
            auth_token.delete()
        else:
            _note_use(auth_token)
            return staff, auth_token
        raise AuthenticationFailed

    def _cleanup_token(self, auth_token: ApiToken) -> bool:
        """Tell whether a token has run out, and delete it; the owner's others are his next log-in's affair."""
        run_out = auth_token.expiry is not None and auth_token.expiry < timezone.now()
        if run_out:
            auth_token.delete()
        return run_out


def _note_use(token: ApiToken) -> None:
    """Remember the day of the last use: one write a day, and none on the day it was made."""
    on = today()
    if token.last_used_on != on and timezone.localtime(token.created).date() < on:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=on)


def _person(hand: Staff, mandate: str) -> Staff:
    """Return the person acted for. Raises Refused mandate_unknown."""
    number = int(mandate) if mandate.isascii() and mandate.isdecimal() and len(mandate) < 12 else 0
    person = acting_for(hand, number)
    if person is None:
        raise Refused("mandate_unknown", f"{ACTING_HEADER}写的代办不是本账号的，或者不在有效期内。")
    return person


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names the token."""

    target_class = "xinfang.tokens.Token"
    name = "tokenAuth"

    def get_security_definition(self, auto_schema: Any) -> Any:
        """Return the header that carries the token."""
        return build_bearer_security_scheme_object(header_name="Authorization", token_prefix="Token")  # noqa: S106


class PasswordScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """How the schema names the password."""

    target_class = "xinfang.tokens.PasswordAuthentication"
    name = "basicAuth"

    def get_security_definition(self, auto_schema: Any) -> Any:
        """Return HTTP Basic."""
        return {"type": "http", "scheme": "basic"}
