"""The API's door: list, register, read, act; every act calls the same action as the page."""

from typing import Any, cast

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.registration import already_registered, register
from cases.api.clock_shapes import WhyShape
from cases.api.inputs import InputInvalid, an_object, checked
from cases.api.rows import CasePage, seen_rows
from cases.api.schema import serializer_of
from cases.api.shapes import CaseShape, InputProblemShape, ProblemShape, case_answer
from cases.api.unmasked_shape import UnmaskedShape
from cases.api.written import PREFERENCES, WRITTEN, written
from cases.clocks import explain_clock
from cases.doors.table import run
from cases.forms.intake import IntakeForm
from cases.lists.case_rows import fetched
from cases.lists.filters import CaseFilters
from cases.lists.paging import ORDERS, page_of
from cases.models import Case
from cases.places.locked import Locked, at_hand
from cases.places.spot import Spot, resolve
from cases.reading.acts_open import assert_open
from cases.reading.case_file import clock_of
from cases.reading.read import read_case
from cases.reading.readable_legs import legs_and_hand_offs
from cases.record.looking import note_sealed_reading
from kit.doors import Door
from kit.rooms import door_of
from law.errors import Refused
from law.vocabulary import Act, Scope
from organizations.api.queries import assert_known
from organizations.models import Staff
from organizations.today import today

_READING = dict.fromkeys((401, 403, 404), ProblemShape)
_ASKING = {401: ProblemShape, 422: InputProblemShape}
_ACTING = {**dict.fromkeys((400, 401, 403, 404, 409, 413, 415), ProblemShape), 422: InputProblemShape}
_PLACE = ("order", "after", "before", "size")
MOST_PER_PAGE = 200


def _parameters() -> list[OpenApiParameter]:
    fields = CaseFilters.base_filters
    named = [OpenApiParameter(name, str, description=str(each.label)) for name, each in fields.items()]
    return [
        *named,
        OpenApiParameter("order", str, enum=list(ORDERS)),
        OpenApiParameter("after", str, description="下一页的位置，取自上一次的回答"),
        OpenApiParameter("before", str, description="上一页的位置"),
        OpenApiParameter(
            "size",
            {"type": "integer", "minimum": 1, "maximum": MOST_PER_PAGE, "default": 30},
            description=f"每页条数，1至{MOST_PER_PAGE}",
        ),
    ]


class CaseList(APIView):
    """信访件列表与登记."""

    @extend_schema(
        operation_id="cases_list",
        summary="信访件列表（在调用者查看范围内）",
        parameters=_parameters(),
        responses={200: CasePage, **_ASKING},
    )
    def get(self, request: Request) -> Response:
        """List cases, filtered and paged by key."""
        query, staff = request.query_params, _staff(request)
        assert_known(query, {*CaseFilters.base_filters, *_PLACE})
        filters = CaseFilters(query, queryset=Case.objects.visible_to(staff), staff=staff)
        if not filters.is_valid():
            said = {name: [str(m) for m in messages] for name, messages in filters.form.errors.items()}
            raise InputInvalid(said)
        page = page_of(
            filters.ranges(),
            query.get("order", "received"),
            fetched(staff),
            after=query.get("after", ""),
            before=query.get("before", ""),
            size=_size(query.get("size", "30")),
        )
        rows = seen_rows(page.rows, staff)
        return Response(CasePage({"results": rows, "after": page.after, "before": page.before}).data)

    @extend_schema(
        operation_id="case_register",
        summary="登记（同一单位、来源系统、外部编号和内容重复提交得到同一件）",
        request=serializer_of(Act.REGISTER, IntakeForm, "Register"),
        parameters=PREFERENCES,
        responses={201: WRITTEN, 200: WRITTEN, **_ACTING},
    )
    def post(self, request: Request) -> Response:
        """Register a case: 201; 200 where the same was sent before under the same number of another system."""
        staff = _staff(request)
        form = checked(Act.REGISTER, IntakeForm, request.data, by=staff)
        typed = form.arguments()
        known = already_registered(by=staff, **typed)
        return written(known or register(by=staff, **typed), request, by=staff, new=known is None)


class CaseDetail(APIView):
    """一件信访件."""

    @extend_schema(operation_id="case_read", summary="读取一件信访件", responses={200: CaseShape, **_READING})
    def get(self, request: Request, case_id: int) -> Response:
        """Read one case as far as the caller may."""
        file = read_case(case_id, by=_staff(request), on=today())
        note_sealed_reading(file.case, _staff(request))
        return Response(case_answer(file))


class CaseAct(APIView):
    """One act on a case; ``act`` is set by `act_view`."""

    act: Act

    def perform(self, request: Request, case_id: int) -> Response:
        """Perform the act and answer with what has become of the case."""
        staff = _staff(request)
        with at_hand(case_id, staff) as locked:
            result = run(door_of(self.act), case_id, self._form(request, locked, staff))
        if self.act is Act.UNMASK:
            return Response(UnmaskedShape({"parties": result}).data)
        return written(locked.case, request, by=staff)

    def _form(self, request: Request, locked: Locked, staff: Staff) -> Any:
        """Return the valid form; what is wrong with the act itself is said before what is wrong with the input."""
        data, row, case = an_object(request.data), door_of(self.act), locked.case
        leg_id = _key(data, "leg_id") if row.scope is Scope.LEG else None
        hand_off_id = _key(data, "hand_off_id") if row.scope is Scope.HAND_OFF else None
        # An act on the whole case asks for no leg before somebody has to be told why it cannot be done.
        legs, hand_offs = ((), ()) if row.scope is Scope.CASE else legs_and_hand_offs(locked, staff)
        leg, hand_off = resolve(row, legs, hand_offs, leg_id=leg_id, hand_off_id=hand_off_id)
        locked.hand_out_demands(leg)
        try:
            return checked(self.act, row.form, data, by=staff, case=case, leg=leg, hand_off=hand_off)
        except InputInvalid:
            legs = legs or legs_and_hand_offs(locked, staff)[0]
            assert_open(Spot(self.act, case, staff, today(), legs, leg, hand_off))
            raise


def act_view(row: Door) -> Any:
    """Return the view of one act, described for the schema."""
    act = row.act
    done = UnmaskedShape if act is Act.UNMASK else WRITTEN
    schema = extend_schema(
        summary=act.label,
        operation_id=f"case_{act}",
        responses={200: done, **_ACTING},
        request=serializer_of(act, row.form, f"{act}".title().replace("_", "")),
        parameters=[] if act is Act.UNMASK else PREFERENCES[:2],
    )
    post = schema(lambda self, request, case_id: self.perform(request, case_id))
    view: Any = type(f"CaseAct{act}", (CaseAct,), {"post": post, "act": act, "__doc__": f"{act.label}."})
    return view.as_view()


class ClockWhy(APIView):
    """为什么是这一天."""

    @extend_schema(
        operation_id="clock_why",
        summary="逐日说明一个期限",
        responses={200: WhyShape, **_READING},
        parameters=[OpenApiParameter("clock_id", OpenApiTypes.INT, OpenApiParameter.PATH)],
    )
    def get(self, request: Request, case_id: int, clock_id: int) -> Response:
        """Explain one deadline of a case day by day."""
        file = read_case(case_id, by=_staff(request), on=today())
        clock: Any = clock_of(file, clock_id)
        explained = explain_clock(clock)
        clock.article, clock.reason = explained.article, explained.reason
        clock.provisional = explained.provisional
        clock.days = [{"date": d.on, "counts": d.counts, "number": d.number, "why": d.why} for d in explained.days]
        return Response(WhyShape(clock).data)


def _staff(request: Request) -> Staff:
    """Return who calls; the permission class has let nobody else in."""
    return cast(Staff, request.user)


def _key(data: dict[str, Any], name: str) -> int:
    """Return the key of a leg or hand-off that the caller named. Raises InputInvalid."""
    key = data.get(name)
    if key is None:
        raise InputInvalid({name: ["请指明是哪一个。"]})
    if not isinstance(key, int) or isinstance(key, bool):
        raise InputInvalid({name: ["应为整数。"]})
    return key


def _size(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 5 and 1 <= int(text) <= MOST_PER_PAGE):
        raise Refused("size_invalid", f"每页条数应在1至{MOST_PER_PAGE}之间。")
    return int(text)
