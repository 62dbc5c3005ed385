"""My own account, and 权限一览."""

from typing import cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from law.errors import Refused
from organizations import permissions as listed
from organizations.access import change_password, revoke_token
from organizations.forms import MandateForm, OwnPasswordForm
from organizations.mandates import days_to_confirm, mandates_of
from organizations.models import ApiToken, Staff
from organizations.roles import Role
from organizations.today import today


def member(request: HttpRequest) -> Staff:
    """Return the logged-in member of staff; only behind `login_required`."""
    return cast(Staff, request.user)


def self_of(request: HttpRequest) -> Staff:
    """Return who sits there himself: the hand where he acts for somebody."""
    staff = member(request)
    return staff.hand or staff


@require_safe
@login_required
def permissions(request: HttpRequest) -> HttpResponse:
    """Show the matrix, or one role of it (?role=); a role that does not exist shows all."""
    chosen = next((role for role in Role if role.value == request.GET.get("role", "")), None)
    context = {
        "chosen": chosen,
        "roles": list(Role),
        "groups": listed.sheet(),
        "cards": [listed.card(role) for role in ([chosen] if chosen else Role)],
        "source": listed.SOURCE,
        "beyond": listed.BEYOND_ROLES,
    }
    return render(request, "organizations/permissions.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show who I am here and my tokens, and change my password; other sessions and all tokens of mine end."""
    staff = self_of(request)
    form = OwnPasswordForm(staff, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(staff, form.cleaned_data["new_password1"])
        request.user = staff
        update_session_auth_hash(request, staff)
        messages.success(request, "密码已经修改，其他电脑上的登录都已退出，访问令牌都已失效。")
        return redirect("account")
    return account_page(request, form=form)


def account_page(
    request: HttpRequest,
    form: OwnPasswordForm | None = None,
    mandate_form: MandateForm | None = None,
    refused: Refused | None = None,
) -> HttpResponse:
    """Return the page of one's own account; what was typed and not taken stands in its form, ``refused`` says why."""
    # One's own account is nobody else's affair, whomever one acts for.
    acting, request.user = member(request), self_of(request)
    staff = member(request)
    form, mandate_form = form or OwnPasswordForm(staff), mandate_form or MandateForm(staff)
    roles = [f"{Role(grant.role).label}（{grant.unit.short_name}）" for grant in staff.grants_in_force]
    context = {
        "form": form,
        "staff": staff,
        "roles": roles,
        "tokens": list(ApiToken.objects.open_to(staff)),
        "acting": acting if acting.hand else None,
        "mandates": mandates_of(staff),
        "mandate_form": mandate_form,
        "refused": refused,
        "to_confirm": days_to_confirm(staff),
        "on": today(),
    }
    wrong = form.errors or mandate_form.errors
    return render(request, "organizations/account.html", context, status=422 if wrong else 200)


@require_POST
@login_required
def revoke(request: HttpRequest, token_id: str) -> HttpResponse:
    """End one of my own tokens. Raises Refused not_found."""
    revoke_token(self_of(request), token_id)
    messages.success(request, "令牌已撤销，用它的程序从现在起不能再调用接口。")
    return redirect("account")
