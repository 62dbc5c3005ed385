"""What programs read of a case: the same CaseFile that the page shows."""

from typing import Any

from rest_framework import serializers

from cases.doors import slug_of
from cases.models import Case, Clock
from cases.reading import CaseFile, readable_subject


class CaseLine(serializers.ModelSerializer[Case]):
    """One case in a list."""

    subject = serializers.SerializerMethodField(help_text="事由；含检举控告且无权查看的显示为已密封")
    state_label = serializers.CharField(source="get_state_display", read_only=True)
    unit = serializers.CharField(source="unit.name", read_only=True, help_text="登记单位")

    class Meta:
        model = Case
        fields = (
            "id", "number", "subject", "channel", "received_on", "registered_on", "state", "state_label",
            "unit", "category", "petitioner_count", "urgent", "historic", "next_due_on", "source", "external_number",
            "version",
        )  # fmt: skip
        read_only_fields = fields

    def get_subject(self, case: Case) -> str:
        """Return the subject, or the words for a sealed one."""
        return readable_subject(case)


class ClockLine(serializers.ModelSerializer[Clock]):
    """One deadline."""

    duty_label = serializers.CharField(source="get_duty_display", read_only=True)

    class Meta:
        model = Clock
        fields = (
            "id", "leg", "duty", "duty_label", "starts_on", "due_on", "met_on", "waived_on", "waived_reason",
            "extended_days", "provisional",
        )  # fmt: skip
        read_only_fields = fields


class ProblemShape(serializers.Serializer[Any]):
    """A refusal: stable code, Chinese sentence, article; `fields` where an input is at fault."""

    code = serializers.CharField()
    message = serializers.CharField()
    article = serializers.CharField(allow_blank=True)
    fields_ = serializers.DictField(source="fields", required=False)


class CaseShape(serializers.Serializer[Any]):
    """A whole case file, as far as the caller may read it."""

    case = CaseLine()
    whole = serializers.BooleanField(help_text="是否可以阅读全卷")
    content = serializers.CharField(allow_blank=True)
    parties = serializers.ListField(child=serializers.DictField(), help_text="姓名、电话等已遮盖")
    demands = serializers.ListField(child=serializers.DictField())
    legs = serializers.ListField(child=serializers.DictField())
    clocks = ClockLine(many=True)
    hand_offs = serializers.ListField(child=serializers.DictField())
    documents = serializers.ListField(child=serializers.DictField())
    events = serializers.ListField(child=serializers.DictField())
    acts = serializers.ListField(child=serializers.DictField(), help_text="此刻对调用者开放的行为")


def case_answer(file: CaseFile) -> dict[str, Any]:
    """Return a case file as plain data for the API."""
    return {
        "case": {**CaseLine(file.case).data, "subject": file.subject},
        "whole": file.whole,
        "content": file.content,
        "parties": [vars(party) for party in file.parties],
        "demands": [_demand(view) for view in file.demands],
        "legs": [_leg(leg) for leg in file.legs],
        "clocks": ClockLine(file.clocks, many=True).data,
        "hand_offs": [_hand_off(hand_off) for hand_off in file.hand_offs],
        "documents": [_document(document) for document in file.documents],
        "events": [_event(event) for event in file.events],
        "acts": [_opening(opening) for opening in file.openings],
    }


def _demand(view: Any) -> dict[str, Any]:
    row = view.demand
    answer = {
        name: getattr(row, name) for name in ("outcome", "facts", "opinion", "legal_basis", "answered_on")
    }
    return {
        "number": row.number,
        "kind": row.kind,
        "path": row.path,
        "text": view.text,
        "leg": row.leg_id,
        **answer,
    }


def _leg(leg: Any) -> dict[str, Any]:
    names = (
        "id",
        "state",
        "movement",
        "received_on",
        "accepted_on",
        "issued_on",
        "answered_on",
        "closed_on",
        "version",
    )
    people = {
        "unit": leg.unit.name, "unit_id": leg.unit_id, "handler": leg.handler and leg.handler.name,
        "first_unit": leg.first_unit and leg.first_unit.name, "first_handler": leg.first_handler and leg.first_handler.name,
    }  # fmt: skip
    return {**{name: getattr(leg, name) for name in names}, **people}


def _hand_off(row: Any) -> dict[str, Any]:
    names = (
        "id",
        "leg_id",
        "movement",
        "sent_on",
        "received_on",
        "reason",
        "reply_by",
        "reply",
        "replied_on",
    )
    units = {"from_unit": row.from_unit and row.from_unit.name, "to_unit": row.to_unit.name}
    return {**{name: getattr(row, name) for name in names}, **units}


def _document(row: Any) -> dict[str, Any]:
    services = [
        {"method": s.method, "sent_on": s.sent_on, "received_on": s.received_on} for s in row.services.all()
    ]
    return {
        "id": row.pk,
        "leg": row.leg_id,
        "kind": row.kind,
        "number": row.number,
        "issued_on": row.issued_on,
        "services": services,
    }


def _event(row: Any) -> dict[str, Any]:
    names = ("sequence", "act", "on", "at", "from_state", "to_state", "article", "digest")
    return {
        **{name: getattr(row, name) for name in names},
        "leg": row.leg_id,
        "by": row.by and row.by.name,
        "unit": row.unit and row.unit.name,
    }


def _opening(opening: Any) -> dict[str, Any]:
    return {
        "act": str(opening.act), "path": slug_of(opening.act), "label": opening.act.label, "article": opening.article,
        "leg": opening.leg and opening.leg.pk, "hand_off": opening.hand_off and opening.hand_off.pk,
        "seen": opening.leg.version if opening.leg else None,
    }  # fmt: skip
