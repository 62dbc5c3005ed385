"""The steps of appointments and profiles as both doors take them."""

from cases.record_steps import Step
from reception.appointments import booking, forms, moves, profiles, receiving, seating

STEPS: dict[str, Step] = {
    "accept": Step("确认另行安排", forms.PlainStepForm, booking.accept_offer, moves.ACCEPT, "已确认。"),
    "brief": Step("写接访要情", forms.BriefForm, receiving.brief, moves.BRIEF, "已写入接访要情。"),
    "seat": Step("安排席位", forms.SeatForm, seating.seat, moves.SEAT, "已安排。"),
    "call": Step("通知到席", forms.OfSeatForm, seating.call_seat, moves.CALL_SEAT, "已通知。", given=forms.its_row),
    "arrived": Step(
        "登记到席",
        forms.OfSeatForm,
        seating.seat_came,
        moves.SEAT_ARRIVED,
        "已登记到席。",
        hides=("not_yet",),
        given=forms.its_row,
    ),
    "assign": Step(
        "明确落实人",
        forms.AssignForm,
        receiving.assign,
        moves.ASSIGN,
        "已明确落实人，已告知本人。",
        hides=("not_yet",),
        given=forms.its_row,
    ),
    "promise": Step(
        "登记接访承诺", forms.PromiseForm, receiving.promise_there, moves.PROMISE, "已登记承诺。", hides=("not_yet",)
    ),
    "answer": Step(
        "当场答复", forms.AnswerForm, receiving.answer, moves.ANSWER, "已登记当场答复。", hides=("not_yet",)
    ),
    "track": Step("转跟踪办理", forms.TrackForm, receiving.track, moves.TRACK, "已转跟踪办理。", hides=("not_yet",)),
    "report": Step(
        "报告落实情况",
        forms.ReportForm,
        receiving.report,
        moves.REPORT,
        "已报告。",
        hides=("nothing_of_yours",),
        given=forms.its_row,
    ),
    "settle": Step("核对落实", forms.PlainStepForm, receiving.settle, moves.SETTLE, "已核对落实。"),
    "rate": Step(
        "登记来访人评价", forms.RateForm, receiving.rate, moves.RATE, "已登记评价。", hides=("rated_already",)
    ),
    "told": Step(
        "登记已告知变动", forms.PlainStepForm, booking.note_told, moves.TELL, "已登记告知。", hides=("told_already",)
    ),
    "move": Step("改约", forms.MoveForm, booking.move, moves.MOVE, "已改约。", given=forms.its_row),
    "absent": Step(
        "登记未到", forms.PlainStepForm, receiving.did_not_come, moves.NO_SHOW, "已登记未到。", hides=("not_yet",)
    ),
    "withdraw": Step("取消约访", forms.WithdrawForm, booking.withdraw, moves.WITHDRAW, "已取消约访。"),
}
PROFILE_STEPS: dict[str, Step] = {
    "consent": Step(
        "同意公开", forms.PlainStepForm, profiles.consent, profiles.CONSENT, "已公开。", hides=("not_yourself",)
    ),
    "withdraw": Step(
        "不再公开",
        forms.PlainStepForm,
        profiles.withdraw_profile,
        profiles.WITHDRAW,
        "已不再公开。",
        hides=("not_yourself",),
    ),
}
