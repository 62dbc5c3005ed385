"""The REST root: tokens, schema, and the floors' own addresses."""

from typing import Any

from django.urls import include, path
from drf_spectacular.utils import extend_schema, inline_serializer
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView
from knox.views import LoginView, LogoutAllView, LogoutView
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication, BasicAuthentication

_TOKEN = inline_serializer("Token", {"expiry": serializers.DateTimeField(), "token": serializers.CharField()})


@extend_schema(summary="以账号密码（HTTP Basic）换取令牌", request=None, responses=_TOKEN)
class TokenLogin(LoginView):  # type: ignore[misc]
    """Exchange an account's name and password (HTTP Basic) for a token."""

    throttle_scope = "token"
    authentication_classes: list[type[BaseAuthentication]] = [BasicAuthentication]


def _silent(view: Any, summary: str) -> Any:
    return extend_schema(summary=summary, request=None, responses={204: None})(view).as_view()


urlpatterns = [
    path("auth/login/", TokenLogin.as_view(), name="api-login"),
    path("auth/logout/", _silent(LogoutView, "注销当前令牌"), name="api-logout"),
    path("auth/logout-all/", _silent(LogoutAllView, "注销全部令牌"), name="api-logout-all"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", SpectacularSwaggerView.as_view(url_name="api-schema"), name="api-docs"),
    path("", include("cases.api.urls")),
]
