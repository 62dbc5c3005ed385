"""The addresses at which tokens are given, listed and ended."""

from typing import Any, cast

from django.conf import settings
from django.db import transaction
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, inline_serializer
from knox.views import LoginView, LogoutAllView, LogoutView
from rest_framework import serializers
from rest_framework.authentication import BaseAuthentication
from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.shapes import ProblemShape
from law.errors import Refused
from organizations.access import revoke_token
from organizations.journal.noting import note
from organizations.journal.verbs import TOKEN_ENDED, TOKEN_MADE
from organizations.models import ApiToken, Staff
from xinfang.tokens import PasswordAuthentication, Token

_TOKEN = inline_serializer("Token", {"expiry": serializers.DateTimeField(), "token": serializers.CharField()})
_PROBLEMS = dict.fromkeys((401, 403, 429), ProblemShape)


class OwnTokenShape(serializers.ModelSerializer[ApiToken]):
    """One token of the caller's own; its text was shown once and is stored nowhere."""

    id = serializers.CharField(source="token_key", help_text="注销时用的编号")
    prefix = serializers.CharField(help_text="令牌的前8个字符")
    current = serializers.SerializerMethodField(help_text="本次请求用的就是它")

    class Meta:
        model = ApiToken
        fields = ("id", "prefix", "created", "last_used_on", "expiry", "current")
        extra_kwargs = {"last_used_on": {"help_text": "建立之日以后最近使用的日子；空表示此后没有用过"}}

    def get_current(self, token: ApiToken) -> bool:
        """Tell whether the caller came with this token."""
        return bool(token == self.context["came_with"])


class OwnTokensShape(serializers.Serializer[Any]):
    """The caller's valid tokens, the newest first; there are few, so they come on one page."""

    results = OwnTokenShape(many=True)


class TokenLogin(LoginView):  # type: ignore[misc]
    """Exchange an account's name and password (HTTP Basic) for a token."""

    throttle_scope = "token"
    authentication_classes: list[type[BaseAuthentication]] = [PasswordAuthentication]

    @extend_schema(
        summary="以账号密码（HTTP Basic）换取令牌",
        request=None,
        responses={200: _TOKEN, **_PROBLEMS, 422: ProblemShape},
    )
    def post(self, request: Request) -> Response:
        """Make a token; those that are no longer good go. Raises Refused too_many_tokens."""
        staff, most = cast(Staff, request.user), settings.REST_KNOX["TOKEN_LIMIT_PER_USER"]
        good = ApiToken.objects.open_to(staff)
        ApiToken.objects.filter(user=staff).exclude(pk__in=good).delete()
        if good.count() >= most:
            raise Refused(
                "too_many_tokens", f"每个账号最多{most}个有效令牌，请先注销不用的（auth/tokens/，或者网页“我的账号”）。"
            )
        with transaction.atomic():
            note(TOKEN_MADE, by=staff)
            answer: Response = super().post(request)
        return answer


class OwnTokens(APIView):
    """本人的令牌."""

    @extend_schema(
        operation_id="tokens_list", summary="本账号的有效令牌，新的在前", responses={200: OwnTokensShape, **_PROBLEMS}
    )
    def get(self, request: Request) -> Response:
        """List the caller's tokens."""
        rows = list(ApiToken.objects.open_to(cast(Staff, request.user)))
        return Response(OwnTokensShape({"results": rows}, context={"came_with": request.auth}).data)


@extend_schema(
    operation_id="token_revoke",
    summary="注销本账号的一个令牌",
    responses={204: None, **_PROBLEMS, 404: ProblemShape},
    parameters=[OpenApiParameter("token_id", OpenApiTypes.STR, OpenApiParameter.PATH)],
)
@api_view(["DELETE"])
def own_token(request: Request, token_id: str) -> Response:
    """End one of the caller's tokens. Raises Refused not_found."""
    revoke_token(cast(Staff, request.user), token_id)
    return Response(status=204)


def _ending(view: Any, summary: str) -> Any:
    """Return a view that ends tokens and notes it, described for the schema, open to the holder of a token alone."""

    class Ending(view):  # type: ignore[misc]
        def post(self, request: Request, format: Any = None) -> Response:  # noqa: A002
            staff = cast(Staff, request.user)
            before = ApiToken.objects.filter(user=staff).count()
            with transaction.atomic():
                answer: Response = super().post(request, format)
                note(TOKEN_ENDED, by=staff, number=before - ApiToken.objects.filter(user=staff).count())
            return answer

    described = extend_schema(summary=summary, request=None, responses={204: None, **_PROBLEMS})(Ending)
    return described.as_view(authentication_classes=[Token])


logout = _ending(LogoutView, "注销当前令牌")
logout_all = _ending(LogoutAllView, "注销全部令牌")
