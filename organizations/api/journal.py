"""The journal, for programs of its auditor."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.api.queries import assert_known
from organizations.forms import JournalForm
from organizations.journal.noting import note
from organizations.journal.reading import actor_of, filtered, page_of_entries, readable_journal, said
from organizations.journal.verbs import JOURNAL_READ
from organizations.models import JournalEntry, Staff


class EntryShape(serializers.ModelSerializer[JournalEntry]):
    """One entry of the journal."""

    actor = serializers.SerializerMethodField(help_text="谁：staff 工作人员，party 信访人本人，system 系统")
    by = serializers.IntegerField(source="by_id", allow_null=True)
    for_whom = serializers.IntegerField(source="for_whom_id", allow_null=True, help_text="代谁操作")
    unit = serializers.IntegerField(source="unit_id", allow_null=True)
    label = serializers.SerializerMethodField(help_text="事项的名称")  # type: ignore[assignment]
    facts = serializers.DictField(child=serializers.JSONField(allow_null=True))
    chained = serializers.SerializerMethodField(help_text="已经入链")

    class Meta:
        model = JournalEntry
        fields = (
            "id",
            "at",
            "verb",
            "label",
            "actor",
            "by",
            "for_whom",
            "unit",
            "origin",
            "kind",
            "key",
            "facts",
            "chained",
        )

    def get_actor(self, entry: JournalEntry) -> str:
        """Return the code of who acted."""
        return str(actor_of(entry))

    def get_label(self, entry: JournalEntry) -> str:
        """Return the verb's word."""
        return said(entry)[0]

    def get_chained(self, entry: JournalEntry) -> bool:
        """Tell whether the entry has its place in the chain."""
        return hasattr(entry, "link")


class JournalPageShape(serializers.Serializer[Any]):
    """One page of the journal, the newest first; ``before`` asks for the next."""

    results = EntryShape(many=True)
    before = serializers.IntegerField(allow_null=True)


class Journal(APIView):
    """日志."""

    @extend_schema(
        operation_id="journal_list",
        summary="日志，新的在前；安全审计员可以查阅",
        responses={200: JournalPageShape, 401: ProblemShape, 403: ProblemShape, 422: ProblemShape},
        parameters=[OpenApiParameter(name, {"type": kind}) for name, kind in (("verb", "string"), ("who", "string"))]
        + [OpenApiParameter(name, OpenApiTypes.DATE) for name in ("since", "until")]
        + [OpenApiParameter("kind", OpenApiTypes.STR)]
        + [OpenApiParameter(name, {"type": "integer", "minimum": 0}) for name in ("key", "before")],
    )
    def get(self, request: Request) -> Response:
        """List entries. Raises Refused: not_permitted, filter_unknown, filter_invalid."""
        query, staff = request.query_params, cast(Staff, request.user)
        rows = readable_journal(staff)
        assert_known(query, set(JournalForm.base_fields))
        form = JournalForm(query)
        if not form.is_valid():
            raise Refused("filter_invalid", f"有筛选条件看不懂：{'、'.join(form.errors)}。")
        asked = {
            name: value for name, value in form.cleaned_data.items() if name != "before" and value not in ("", None)
        }
        page = page_of_entries(filtered(rows, asked), form.cleaned_data["before"])
        note(JOURNAL_READ, by=staff, filters=len(asked))
        return Response(JournalPageShape({"results": page.entries, "before": page.older}).data)
