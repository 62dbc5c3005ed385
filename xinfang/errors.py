"""The one place where a refusal becomes an answer: a status, a page or fragment for people, a problem for programs."""

import sys
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from redis.exceptions import RedisError

from law.errors import Refused

# What is away for a moment and comes back by itself: the database, the cache.
_AWAY = (OperationalError, InterfaceError, RedisError)
_STATUS = {
    "not_found": 404,
    "not_permitted": 403,
    "reason_needed": 403,
    "file_out_of_reach": 403,
    "wrong_state": 409,
    "changed_meanwhile": 409,
    "log_in_slowed": 429,
    "portal_too_often": 429,
}


def status_of(refused: Refused) -> int:
    """Return the HTTP status of a refusal: 404, 403 (also for want of a reason), 409 for what others did meanwhile,
    429 too soon, else 422.
    """
    if "already" in refused.code or refused.code.endswith("_taken"):
        return 409
    return _STATUS.get(refused.code, 422)


class RefusalMiddleware:
    """Answers what the views refuse; a view that shows the refusal itself (a dialog) gets its status here."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give an answer that carries a refusal (`answer.refused`) the status of that refusal."""
        answer = self.get_response(request)
        refused = getattr(answer, "refused", None)
        if isinstance(refused, Refused):
            answer.status_code = status_of(refused)
        return answer

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a Refused that no view caught into an answer; everything else is not ours."""
        return answer_of(request, error) if isinstance(error, Refused) else None


def answer_of(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Return a fragment for htmx, {code, message, article} for programs, else a whole page."""
    status = status_of(refused)
    if request.headers.get("HX-Request") == "true":
        return render(request, "components/refusal.html", {"refused": refused}, status=status)
    if _for_program(request):
        return problem_of(status, refused.code, refused.message, refused.article)
    page = "errors/404.html" if status == 404 else "errors/refusal.html"
    return render(request, page, {"refused": refused}, status=status)


def _for_program(request: HttpRequest) -> bool:
    return request.path.startswith("/api/") or not request.accepts("text/html")


def problem_of(status: int, code: str, message: str, article: str = "", **more: Any) -> JsonResponse:
    """Return what a program is told: {code, message, article}, and `fields` where an input is at fault."""
    body = {"code": code, "message": message, "article": article, **more}
    return JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what cannot be read: too large, forged, not text."""
    return _answer(request, 400, "400", "bad_request", "请求无法读懂，请检查格式。")


def too_large(request: HttpRequest, megabytes: int) -> HttpResponse:
    """Answer a request of more than so many megabytes, none of which was read."""
    message = f"提交的内容太大，一次最多{megabytes}MB，系统没有保存任何内容。请分开提交，或者先压缩扫描件。"
    if _for_program(request):
        return problem_of(413, "too_large", message)
    if request.headers.get("HX-Request") == "true":
        refused = Refused("too_large", message)
        return render(request, "components/refusal.html", {"refused": refused}, status=413)
    return render(request, "errors/413.html", {"message": message}, status=413)


def charset_unsupported(request: HttpRequest) -> HttpResponse:
    """Answer a request that claims a charset other than UTF-8."""
    return _answer(request, 415, "400", "media_type_unsupported", "只接受 UTF-8 编码。")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer what Django itself forbids."""
    return _answer(request, 403, "403", "not_permitted", "没有权限。")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that is not there, or a thing out of reach: the same page for both."""
    return _answer(request, 404, "404", "not_found", "没有这个地址。")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer our own mistake, without a word of what was being done; a service that is away is not one."""
    if isinstance(sys.exc_info()[1], _AWAY):
        answer = _answer(request, 503, "503", "unavailable", "系统正在恢复，请求没有办成，请稍后再试。")
        answer["Retry-After"] = "5"
        return answer
    return _answer(request, 500, "500", "server_error", "系统出了差错，您的请求没有办成，请稍后再试。")


def _answer(request: HttpRequest, status: int, page: str, code: str, message: str) -> HttpResponse:
    if _for_program(request):
        return problem_of(status, code, message)
    return render(request, f"errors/{page}.html", status=status)


def csrf_failure(request: HttpRequest, reason: str = "", **_: Any) -> HttpResponse:
    """Answer a form that stayed open too long."""
    return render(request, "errors/403_csrf.html", status=403)
