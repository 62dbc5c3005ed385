"""Dated access for programs: the same functions as the page."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.access import give_access, revoke_access
from cases.api.inputs import checked
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.shapes import InputProblemShape, ProblemShape
from cases.forms.access import AccessForm, RevokeForm
from cases.lists.accesses import assert_concerned, own_accesses, page_of_accesses
from cases.models import DatedAccess
from cases.models.access import AccessPurpose, Standing
from law.vocabulary import Act
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.models import Staff
from organizations.today import today

_READING = dict.fromkeys((401, 403, 422), ProblemShape)
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
# A form without a case takes what registering takes: no ids, no version.
_NEW = Act.REGISTER


class AccessShape(serializers.ModelSerializer[DatedAccess]):
    """One dated access: who reads what, from when to when, why, given by whom."""

    account = serializers.CharField(source="to_staff.username", default=None, allow_null=True)
    number = serializers.CharField(source="case.number", default=None, allow_null=True)
    purpose = word(AccessPurpose)
    given_by = serializers.CharField(source="given_by.name")
    standing = serializers.SerializerMethodField(help_text="ahead, in_force, over, revoked")

    class Meta:
        model = DatedAccess
        fields = (
            "id",
            "account",
            "to_unit",
            "case",
            "number",
            "of_unit",
            "sealed_too",
            "from_day",
            "to_day",
            "purpose",
            "reason",
            "given_by",
            "given_on",
            "standing",
            "revoked_at",
            "revoke_reason",
        )

    def get_standing(self, row: DatedAccess) -> str:
        """Return where the access stands today."""
        standing: Standing = row.stands(today())
        return standing.value


class AccessPage(serializers.Serializer[Any]):
    """One page of what the caller gave or may revoke, the newest first; ``own``: what he may read today himself."""

    results = AccessShape(many=True)
    own = AccessShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class AccessList(APIView):
    """临时查阅."""

    @extend_schema(
        operation_id="access_list",
        summary="给出的、可以收回的临时查阅，和本人现有的；新的在前",
        responses={200: AccessPage, **_READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List accesses, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        staff, query = cast(Staff, request.user), request.query_params
        assert_concerned(staff)
        assert_known(query, set(TURN))
        page = page_of_accesses(staff, after=query.get("after", ""), before=query.get("before", ""))
        shown = {"results": page.rows, "own": own_accesses(staff, today()), "after": page.after, "before": page.before}
        return Response(AccessPage(shown).data)

    @extend_schema(
        operation_id="access_give",
        summary="给予临时查阅：一个人或者一个单位，一件或者一个单位经手的信访件",
        responses={201: AccessShape, **_WRITING},
        request=serializer_of(_NEW, AccessForm, "AccessGive"),
    )
    def post(self, request: Request) -> Response:
        """Give an access. Raises Refused as `give_access`."""
        staff = cast(Staff, request.user)
        row = give_access(by=staff, **checked(_NEW, AccessForm, request.data, by=staff).arguments())
        return Response(AccessShape(row).data, status=201)


class AccessRevoke(APIView):
    """收回临时查阅."""

    @extend_schema(
        operation_id="access_revoke",
        summary="立即收回一项临时查阅",
        responses={200: AccessShape, **_WRITING},
        request=serializer_of(_NEW, RevokeForm, "AccessRevoke"),
    )
    def post(self, request: Request, access_id: int) -> Response:
        """Revoke an access. Raises Refused as `revoke_access`."""
        staff = cast(Staff, request.user)
        typed = checked(_NEW, RevokeForm, request.data, by=staff).arguments()
        return Response(AccessShape(revoke_access(access_id, by=staff, **typed)).data)
