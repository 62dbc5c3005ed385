"""Coming in and going out."""

from typing import Any

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from law.errors import Refused
from organizations.forms import LoginForm
from organizations.journal.noting import note
from organizations.journal.verbs import LOGGED_IN, LOGGED_OUT
from organizations.log_ins import Attempt, Slowed, attempt_of, note_failure
from organizations.models import Staff


class Login(LoginView):
    """The login page; where to go next is kept, but never outside this product."""

    form_class = LoginForm
    template_name = "registration/login.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Log in; where many names have failed from this address, after a short wait only."""
        try:
            self._attempt().assert_turn()
        except Slowed as slowed:
            _note_failure(request, "slowed")
            return slowed_down(request, slowed)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        """Let the person in, and note it."""
        note(LOGGED_IN, by=form.get_user(), door="page")
        return super().form_valid(form)

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count and note what failed, and show the form again."""
        self._attempt().note_failure()
        _note_failure(self.request, "wrong")
        return super().form_invalid(form)

    def _attempt(self) -> Attempt:
        return attempt_of(self.request, self.request.POST.get("username", ""))


class Logout(LogoutView):
    """Log out, by POST alone."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Note who leaves, and end the session."""
        if isinstance(request.user, Staff):
            note(LOGGED_OUT, by=request.user, door="page")
        return super().post(request, *args, **kwargs)


def _note_failure(request: HttpRequest, why: str) -> None:
    note_failure(request.POST.get("username", ""), "page", why)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any]) -> HttpResponse:
    """Answer a login that django-axes has stopped: for how long, and who can help."""
    door = "api" if request.path.startswith("/api/") else "page"
    note_failure(str(credentials.get("username", "")), door, "locked")
    pause = settings.AXES_COOLOFF_TIME
    until = timezone.localtime(timezone.now() + pause)
    minutes = int(pause.total_seconds() // 60)
    refused = Refused(
        "locked_out",
        f"连续{settings.AXES_FAILURE_LIMIT}次输错，这个账号在这台电脑上暂停登录{minutes}分钟，"
        f"{until:%H:%M}以后可以再试。这期间每试一次都会重新计时。",
    )
    return _too_many(request, refused, int(pause.total_seconds()))


def slowed_down(request: HttpRequest, slowed: Slowed) -> HttpResponse:
    """Answer a log-in that has to wait for some seconds; nothing was tried."""
    return _too_many(request, slowed, slowed.retry_after)


def _too_many(request: HttpRequest, refused: Refused, seconds: int) -> HttpResponse:
    """Answer 429: to people the log-in page with the name they typed, to programs a problem."""
    status = settings.AXES_HTTP_RESPONSE_CODE
    answer: HttpResponse
    if request.accepts("text/html") and not request.path.startswith("/api/"):
        form = LoginForm(request, initial={"username": request.POST.get("username", "")})
        context = {"form": form, "locked": refused, "next": request.POST.get("next", "")}
        answer = render(request, Login.template_name, context, status=status)
    else:
        said = {"code": refused.code, "message": refused.message, "article": ""}
        answer = JsonResponse(said, status=status)
    answer["Retry-After"] = str(seconds)
    return answer
