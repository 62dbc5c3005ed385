"""The API's door: list, register, read, act; every act calls the same action as the page."""

from typing import Any

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.actions.frame import not_found
from cases.actions.registration import register
from cases.api.inputs import checked
from cases.api.schema import serializer_of
from cases.api.shapes import CaseLine, CaseShape, ClockLine, ProblemShape, case_answer
from cases.clocks import explain_clock
from cases.doors import FORMS, act_of, run, slug_of
from cases.filters import CaseFilters
from cases.forms.intake import IntakeForm
from cases.models import Case
from cases.paging import page_of
from cases.reading import read_case
from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff
from organizations.today import today

_PROBLEMS = dict.fromkeys((400, 401, 403, 404, 409, 422), ProblemShape)
_INTAKE = serializer_of(IntakeForm, "Intake")
MOST_PER_PAGE = 200


class CaseList(APIView):
    """信访件列表与登记."""

    @extend_schema(
        summary="信访件列表（在调用者查看范围内）",
        parameters=[
            *(OpenApiParameter(name, str) for name in CaseFilters.base_filters),
            OpenApiParameter("order", str, enum=["received", "oldest", "due"]),
            OpenApiParameter("after", str), OpenApiParameter("size", int),
        ],
        responses={200: CaseLine(many=True), **_PROBLEMS},
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """List cases, filtered and paged by key."""
        query = request.query_params
        known = {*CaseFilters.base_filters, "order", "after", "before", "size", "format"}
        _assert_known(query, known)
        filters = CaseFilters(query, queryset=Case.objects.visible_to(_staff(request)), staff=_staff(request))
        if not filters.is_valid():
            raise Refused(
                "filter_invalid", "；".join(f"{k}：{' '.join(v)}" for k, v in filters.form.errors.items())
            )
        rows = filters.qs.with_sealed_open(_staff(request)).select_related("unit")
        page = page_of(
            rows, query.get("order", "received"), after=query.get("after", ""), before=query.get("before", ""),
            size=_size(query.get("size", "30")),
        )  # fmt: skip
        return Response(
            {"results": CaseLine(page.rows, many=True).data, "after": page.after, "before": page.before}
        )

    @extend_schema(
        summary="登记（同一来源系统和外部编号重复提交得到同一件）",
        request=_INTAKE,
        responses={201: CaseShape, **_PROBLEMS},
    )
    def post(self, request: Request) -> Response:
        """Register a case."""
        form = checked(IntakeForm, request.data, by=_staff(request))
        case = register(by=_staff(request), **form.arguments())
        return _read_or_gone(case.pk, request, status=201)


class CaseDetail(APIView):
    """一件信访件."""

    @extend_schema(summary="读取一件信访件", responses={200: CaseShape, **_PROBLEMS})
    def get(self, request: Request, case_id: int) -> Response:
        """Read one case as far as the caller may."""
        return Response(case_answer(read_case(case_id, by=_staff(request), on=today())))


class CaseActs(APIView):
    """办理行为."""

    def post(self, request: Request, case_id: int, act: str) -> Response:
        """Perform one act and return the case as it is then."""
        word = act_of(act)
        if word is None:
            raise not_found()
        file = read_case(case_id, by=_staff(request), on=today())
        leg = _among(file.legs, request.data, "leg_id")
        hand_off = _among(file.hand_offs, request.data, "hand_off_id")
        form = checked(
            FORMS[word], request.data, by=_staff(request), case=file.case, leg=leg, hand_off=hand_off
        )
        result = run(word, case_id, form)
        if word is Act.UNMASK:
            return Response({"parties": [_unmasked(party) for party in result]})
        return _read_or_gone(case_id, request)


def act_view(act: Act) -> Any:
    """Return the view of one act with its own line in the schema."""
    schema = extend_schema(
        summary=act.label, operation_id=f"case_{act}", request=serializer_of(FORMS[act], f"{act}".title().replace("_", "")),
        responses={200: CaseShape, **_PROBLEMS},
    )  # fmt: skip
    post = schema(lambda self, request, case_id: CaseActs.post(self, request, case_id, slug_of(act)))
    view: Any = type(f"CaseAct{act}", (CaseActs,), {"post": post})
    return view.as_view()


class ClockWhy(APIView):
    """为什么是这一天."""

    @extend_schema(summary="逐日说明一个期限", responses={200: ClockLine, **_PROBLEMS})
    def get(self, request: Request, case_id: int, clock_id: int) -> Response:
        """Explain one deadline of a case day by day."""
        file = read_case(case_id, by=_staff(request), on=today())
        clock = next((each for each in file.clocks if each.pk == clock_id), None)
        if clock is None:
            raise not_found()
        explained = explain_clock(clock)
        days = [{"date": d.on, "counts": d.counts, "number": d.number, "why": d.why} for d in explained.days]
        facts = {
            "article": explained.article,
            "provisional": explained.provisional,
            "reason": explained.reason,
        }
        return Response({**ClockLine(clock).data, **facts, "days": days})


def _staff(request: Request) -> Staff:
    """Return who calls; the permission class has let nobody else in."""
    assert isinstance(request.user, Staff)
    return request.user


def _among(rows: list[Any], data: Any, name: str) -> Any:
    """Return the row of this case that the caller named; a foreign one does not exist."""
    key = data.get(name) if hasattr(data, "get") else None
    if key in (None, ""):
        return None
    row = next((each for each in rows if str(each.pk) == str(key)), None)
    if row is None:
        raise not_found()
    return row


def _read_or_gone(case_id: int, request: Request, status: int = 200) -> Response:
    """Answer with the case; where the act itself took it out of reach (Art. 30), say only that it was done."""
    case = Case.objects.only("number").get(pk=case_id)
    try:
        return Response(case_answer(read_case(case_id, by=_staff(request), on=today())), status=status)
    except Refused:
        return Response(
            {"case": {"number": case.number}, "whole": False, "message": "已办理；本件不在您的查看范围内。"},
            status=status,
        )


def _unmasked(party: Any) -> dict[str, str]:
    return {
        name: getattr(party, name) for name in ("role", "name", "phone", "id_type", "id_number", "address")
    }


def _assert_known(query: QueryDict, known: set[str]) -> None:
    unknown = sorted(set(query) - known)
    if unknown:
        raise Refused(
            "filter_unknown", f"没有这些筛选条件：{'、'.join(unknown)}。可用：{'、'.join(sorted(known))}。"
        )


def _size(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PER_PAGE:
        raise Refused("size_invalid", f"每页条数应在1至{MOST_PER_PAGE}之间。")
    return int(text)
