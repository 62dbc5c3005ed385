"""Coming in and going out."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from law.errors import Refused
from organizations.forms import LoginForm


class Login(LoginView):
    """The login page; where to go next is kept, but never outside this product."""

    form_class = LoginForm
    template_name = "registration/login.html"


class Logout(LogoutView):
    """Log out, by POST alone."""


def locked_out(
    request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any]
) -> HttpResponse:
    """Answer a login that django-axes has stopped: for how long, and who can help."""
    pause = settings.AXES_COOLOFF_TIME
    until = timezone.localtime(timezone.now() + pause)
    minutes = int(pause.total_seconds() // 60)
    refused = Refused(
        "locked_out",
        f"连续{settings.AXES_FAILURE_LIMIT}次输错，这个账号在这台电脑上暂停登录{minutes}分钟，"
        f"{until:%H:%M}以后可以再试。这期间每试一次都会重新计时。",
    )
    status = settings.AXES_HTTP_RESPONSE_CODE
    if request.accepts("text/html") and not request.path.startswith("/api/"):
        context = {"form": LoginForm(request), "locked": refused, "next": ""}
        answer = render(request, Login.template_name, context, status=status)
    else:
        answer = JsonResponse(
            {"code": refused.code, "message": refused.message, "article": ""}, status=status
        )
    answer["Retry-After"] = str(int(pause.total_seconds()))
    return answer
