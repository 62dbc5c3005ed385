"""Visits for programs: the same actions as the pages."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import already_registered
from cases.api.inputs import checked
from cases.api.letters import staff_of
from cases.api.rows import word
from cases.api.schema import serializer_of
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.lists.turns import turn_asked
from cases.record_steps import NEW, READING, WRITING, bodies_of, step_named, take_step
from law.vocabulary import Act
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.envelopes.reading import assert_registers
from reception.models import AnswerWay, HallVisit, VisitState
from reception.on_case import whole_case
from reception.visits.forms import STEPS, ReceiveForm, VisitForm
from reception.visits.reading import VisitList, list_of, page_of_visits, visit_of
from reception.visits.receiving import receive_registered, register_visit
from reception.visits.visitors import read_visitors


class HallVisitShape(serializers.ModelSerializer[HallVisit]):
    """One visit: a batch of so many people; who came stands in its list, for who may read that."""

    unit = serializers.CharField(source="unit.name")
    state = word(VisitState)
    case = serializers.IntegerField(source="case_id")
    case_number = serializers.CharField(source="case.number")
    ticket = serializers.CharField(source="ticket.number", allow_null=True, default=None)
    first_asked = serializers.CharField(source="first_asked.name", help_text="首问责任人")
    owner = serializers.CharField(source="owner.name", help_text="由谁答复")
    way = word(AnswerWay)

    class Meta:
        model = HallVisit
        fields = (
            "id",
            "unit",
            "state",
            "case",
            "case_number",
            "ticket",
            "visited_on",
            "people",
            "representatives",
            "collective",
            "first_asked",
            "owner",
            "due_on",
            "talk",
            "answer",
            "way",
            "answered_on",
            "tries",
            "version",
        )


class HallVisitPage(serializers.Serializer[Any]):
    """One page of visits."""

    results = HallVisitShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class VisitorsShape(serializers.Serializer[Any]):
    """Who came together."""

    people = serializers.ListField(child=serializers.CharField(), help_text="每行一人，照登记的写")


class HallVisits(APIView):
    """来访."""

    @extend_schema(
        operation_id="hall_visits_list",
        summary="来访：由我答复的、待答复的按期限早的在前，全部来访新的在前",
        responses={200: HallVisitPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(VisitList), description="不写即待答复"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List visits, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", *TURN})
        keys = turn_asked(query)
        page = page_of_visits(staff, query.get("list", VisitList.OPEN.value), today(), **keys)
        return Response(HallVisitPage({"results": page.rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="hall_visit_register",
        summary="登记来访（登记的内容同“登记”，形式总是来访；同时写当场答复，或者由谁在哪天以前答复）",
        request=serializer_of(Act.REGISTER, VisitForm, "RegisterVisit"),
        parameters=PREFERENCES,
        responses={201: WRITTEN, 200: WRITTEN, **WRITING},
    )
    def post(self, request: Request) -> Response:
        """Register a visit. Raises Refused: input_invalid, and as `register_visit`."""
        staff = assert_registers(staff_of(request))
        typed = checked(Act.REGISTER, VisitForm, request.data, by=staff).arguments()
        visit = typed.pop("visit")
        known = already_registered(by=staff, **typed)
        case = known or register_visit(by=staff, visit=visit, **typed)
        return written(case, request, by=staff, new=known is None)


class HallVisitOfCase(APIView):
    """登记接待."""

    @extend_schema(
        operation_id="hall_visit_of_case",
        summary="为别的途径登记的来访登记接待：接谈、答复，或者由谁在哪天以前答复",
        request=serializer_of(NEW, ReceiveForm, "ReceiveVisit"),
        responses={201: HallVisitShape, **WRITING},
    )
    def post(self, request: Request, case_id: int) -> Response:
        """Write down the reception of a case of a visit. Raises Refused: input_invalid, and as `receive_registered`."""
        case = whole_case(staff_of(request), case_id)
        staff = assert_registers(staff_of(request))
        typed = checked(NEW, ReceiveForm, request.data, by=staff).arguments()
        return Response(HallVisitShape(receive_registered(case.pk, by=staff, **typed)).data, status=201)


class HallVisitDetail(APIView):
    """一次来访."""

    @extend_schema(operation_id="hall_visit_read", summary="读取一次来访", responses={200: HallVisitShape, **READING})
    def get(self, request: Request, hall_visit_id: int) -> Response:
        """Read one visit. Raises Refused not_found."""
        return Response(HallVisitShape(visit_of(staff_of(request), hall_visit_id)).data)


class HallVisitStep(APIView):
    """来访的一步."""

    @extend_schema(
        operation_id="hall_visit_step",
        summary="答复、登记接谈、转由他人答复、改期、联系不上、登记人员名单、评价",
        request=bodies_of(STEPS, "HallVisit"),
        responses={200: HallVisitShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, hall_visit_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), visit_of(staff, hall_visit_id), staff)
        return Response(HallVisitShape(visit_of(staff, hall_visit_id)).data)


class Visitors(APIView):
    """来访人员名单."""

    @extend_schema(
        operation_id="hall_visit_people",
        summary="来访人员名单，只有登记人和承办人能读；每次查看都记入日志",
        responses={200: VisitorsShape, **READING},
    )
    def get(self, request: Request, hall_visit_id: int) -> Response:
        """Read who came together. Raises Refused not_found."""
        staff = staff_of(request)
        listed = list_of(staff, hall_visit_id)
        return Response(VisitorsShape({"people": read_visitors(listed, by=staff)}).data)
