"""The REST root: tokens, schema, and the floors' own addresses."""

from typing import Any

from django.conf import settings
from django.urls import include, path
from django.utils import timezone
from drf_spectacular.utils import extend_schema, inline_serializer
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from knox.models import get_token_model
from knox.views import LoginView, LogoutAllView, LogoutView
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request
from rest_framework.response import Response

from cases.api.shapes import ProblemShape
from law.errors import Refused
from xinfang.tokens import PasswordAuthentication, Token

_TOKEN = inline_serializer("Token", {"expiry": serializers.DateTimeField(), "token": serializers.CharField()})
_PROBLEMS = dict.fromkeys((401, 403, 429), ProblemShape)


class TokenLogin(LoginView):  # type: ignore[misc]
    """Exchange an account's name and password (HTTP Basic) for a token."""

    throttle_scope = "token"
    authentication_classes: list[type[BaseAuthentication]] = [PasswordAuthentication]

    @extend_schema(
        summary="以账号密码（HTTP Basic）换取令牌", request=None,
        responses={200: _TOKEN, **_PROBLEMS, 422: ProblemShape},
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Make a token. Raises Refused too_many_tokens."""
        most = settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]
        if get_token_model().objects.filter(user=request.user, expiry__gt=timezone.now()).count() >= most:
            raise Refused(
                "too_many_tokens", f"每个账号最多{most}个有效令牌，请先注销不用的（auth/logout-all/）。"
            )
        answer: Response = super().post(request)
        return answer


def _ending(view: Any, summary: str) -> Any:
    """Return a view that ends tokens, described for the schema, and open to the holder of a token alone."""
    described = extend_schema(summary=summary, request=None, responses={204: None, **_PROBLEMS})(view)
    return described.as_view(authentication_classes=[Token])


urlpatterns = [
    path("auth/login/", TokenLogin.as_view(), name="api-login"),
    path("auth/logout/", _ending(LogoutView, "注销当前令牌"), name="api-logout"),
    path("auth/logout-all/", _ending(LogoutAllView, "注销全部令牌"), name="api-logout-all"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(url_name="api-schema", template_name="api_docs.html"),
        name="api-docs",
    ),
    path("", include("organizations.api")),
    path("", include("cases.api.urls")),
]
