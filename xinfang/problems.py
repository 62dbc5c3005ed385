"""Problems of the REST door: every error is {code, message, article}."""

from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpResponse
from django.http.multipartparser import MultiPartParserError
from rest_framework import exceptions
from rest_framework.views import exception_handler

from law.errors import Refused
from xinfang.errors import problem_of, status_of

_WORDS = {
    400: ("bad_request", "请求无法读懂，请检查格式（UTF-8 的 JSON）。"),
    401: ("not_authenticated", "请先登录，或者提供有效的令牌。"),
    403: ("not_permitted", "没有权限。"),
    406: ("not_acceptable", "本接口只回答 application/json。"),
    404: ("not_found", "没有找到，或者不在您的查看范围内。"),
    405: ("method_not_allowed", "这个地址不支持这种请求方法。"),
    413: ("too_large", "提交的内容太大，请分开提交或者改用附件。"),
    415: ("media_type_unsupported", "只接受 application/json。"),
    429: ("throttled", "请求过于频繁，请稍后再试。"),
}


def problem(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Turn any error of the API into {code, message, article}: JSON, whatever the view itself would have answered in."""
    if isinstance(error, Refused):
        fields = {"fields": error.fields} if hasattr(error, "fields") else {}
        said = problem_of(status_of(error), error.code, error.message, error.article, **fields)
        if hasattr(error, "retry_after"):
            said["Retry-After"] = str(error.retry_after)
        return said
    if isinstance(error, RequestDataTooBig):
        return _said(413)
    if isinstance(error, BadRequest | SuspiciousOperation | MultiPartParserError):
        return _said(400)
    known = exception_handler(error, context)
    if known is None:
        return None
    nameless = isinstance(error, exceptions.NotAuthenticated | exceptions.AuthenticationFailed)
    answer = _csrf_failed() if _is_csrf(error) else _said(401 if nameless else known.status_code)
    for name in ("WWW-Authenticate", "Retry-After"):
        if name in known.headers:
            answer[name] = known.headers[name]
    return answer


def _is_csrf(error: Exception) -> bool:
    return isinstance(error, exceptions.PermissionDenied) and str(error.detail).startswith("CSRF Failed")


def _csrf_failed() -> HttpResponse:
    words = "以网页登录状态调用接口时，须带 X-CSRFToken 请求头；程序请改用令牌。"
    return problem_of(403, "csrf_failed", words)


def _said(status: int) -> HttpResponse:
    code, message = _WORDS.get(status, ("error", "请求没有成功。"))
    return problem_of(status, code, message)
