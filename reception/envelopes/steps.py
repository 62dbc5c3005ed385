"""The steps of an envelope: which form, which action, which move."""

from cases.record_steps import Step
from reception.envelopes import actions, forms, moves

STEPS: dict[str, Step] = {
    "scan": Step("附上扫描件", forms.ScanEnvelopeForm, actions.scan_envelope, moves.SCAN, "扫描件已附上。"),
    "set-aside": Step(
        "不作登记", forms.SetAsideForm, actions.set_envelope_aside, moves.PUT_ASIDE, "已记为不作登记，清单上看得到。"
    ),
    "take-back": Step(
        "恢复待登记", forms.TakeBackForm, actions.take_envelope_back, moves.TAKE_BACK, "已恢复为待登记。"
    ),
}
