"""The desk's side of the portal for programs: the same functions as the pages. Query codes are given out on paper alone."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.letters import staff_of
from cases.lists.turns import turn_asked
from cases.record_steps import READING, WRITING, bodies_of, step_named, take_step
from organizations.api.queries import PAGED, TURN, assert_known
from organizations.today import today
from reception.envelopes.reading import assert_registers
from reception.models import WordKind
from reception.portal import word_work
from reception.portal.api_shapes import (
    AssistedFilingPage,
    AssistedFilingShape,
    CitizenWordPage,
    CitizenWordShape,
    OnlineFilingPage,
    OnlineFilingShape,
)
from reception.portal.assisting import assisted_of, page_of_assisted
from reception.portal.desk_work import STEPS, FilingList, filing_of, page_of_filings
from reception.portal.word_work import WordList, page_of_words, word_of

# Both kinds have one step, with one form.
_WORD_STEPS = word_work.STEPS[WordKind.QUESTION]


def _page(page: Any) -> dict[str, Any]:
    return {"results": page.rows, "after": page.after, "before": page.before}


class OnlineFilings(APIView):
    """网上信访."""

    @extend_schema(
        operation_id="online_filings_list",
        summary="网上信访：联系方式待核对的，或者全部",
        responses={200: OnlineFilingPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(FilingList), description="不写即待核对"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List online filings, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query, staff = request.query_params, assert_registers(staff_of(request))
        assert_known(query, {"list", *TURN})
        page = page_of_filings(staff, query.get("list", FilingList.WAITS.value), today(), **turn_asked(query))
        return Response(OnlineFilingPage(_page(page)).data)


class OnlineFilingDetail(APIView):
    """一件网上信访."""

    @extend_schema(
        operation_id="online_filing_read", summary="读取一件网上信访", responses={200: OnlineFilingShape, **READING}
    )
    def get(self, request: Request, filing_id: int) -> Response:
        """Read one. Raises Refused not_found."""
        return Response(OnlineFilingShape(filing_of(staff_of(request), filing_id)).data)


class OnlineFilingStep(APIView):
    """网上信访的一步."""

    @extend_schema(
        operation_id="online_filing_step",
        summary="书面核对联系方式、登记回复",
        request=bodies_of(STEPS, "OnlineFiling"),
        responses={200: OnlineFilingShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(STEPS))],
    )
    def post(self, request: Request, filing_id: int, step: str) -> Response:
        """Take one step. Raises Refused: not_found, input_invalid, and as the step does."""
        staff = staff_of(request)
        take_step(request, step_named(STEPS, step), filing_of(staff, filing_id), staff)
        return Response(OnlineFilingShape(filing_of(staff, filing_id)).data)


class CitizenWords(APIView):
    """信访人来言."""

    @extend_schema(
        operation_id="citizen_words_list",
        summary="信访人在网上的询问、打击报复反映：待答复的，或者已答复的",
        responses={200: CitizenWordPage, **READING},
        parameters=[OpenApiParameter("list", str, enum=list(WordList), description="不写即待答复"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List them, paged by key. Raises Refused: filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"list", *TURN})
        page = page_of_words(staff_of(request), query.get("list", WordList.OPEN.value), **turn_asked(query))
        return Response(CitizenWordPage(_page(page)).data)


class CitizenWordDetail(APIView):
    """一条来言."""

    @extend_schema(
        operation_id="citizen_word_read", summary="读取一条来言", responses={200: CitizenWordShape, **READING}
    )
    def get(self, request: Request, word_id: int) -> Response:
        """Read one. Raises Refused not_found."""
        return Response(CitizenWordShape(word_of(staff_of(request), word_id)).data)


class CitizenWordStep(APIView):
    """答复来言."""

    @extend_schema(
        operation_id="citizen_word_step",
        summary="答复",
        request=bodies_of(_WORD_STEPS, "CitizenWord"),
        responses={200: CitizenWordShape, **WRITING},
        parameters=[OpenApiParameter("step", str, "path", enum=list(_WORD_STEPS))],
    )
    def post(self, request: Request, word_id: int, step: str) -> Response:
        """Answer one. Raises Refused: not_found, input_invalid, as `answer_word`."""
        staff = staff_of(request)
        row = word_of(staff, word_id)
        take_step(request, step_named(word_work.STEPS[WordKind(row.kind)], step), row, staff)
        return Response(CitizenWordShape(word_of(staff, word_id)).data)


class AssistedFilings(APIView):
    """代写信访事项."""

    @extend_schema(
        operation_id="assisted_filings_list",
        summary="代写的信访事项，新的在前",
        responses={200: AssistedFilingPage, **READING},
        parameters=PAGED,
    )
    def get(self, request: Request) -> Response:
        """List them, paged by key. Raises Refused: not_permitted, key_broken."""
        query = request.query_params
        assert_known(query, set(TURN))
        page = page_of_assisted(assert_registers(staff_of(request)), **turn_asked(query))
        return Response(AssistedFilingPage(_page(page)).data)


class AssistedFilingDetail(APIView):
    """一件代写."""

    @extend_schema(
        operation_id="assisted_filing_read", summary="读取一件代写", responses={200: AssistedFilingShape, **READING}
    )
    def get(self, request: Request, assisted_id: int) -> Response:
        """Read one. Raises Refused not_found."""
        return Response(AssistedFilingShape(assisted_of(staff_of(request), assisted_id)).data)
