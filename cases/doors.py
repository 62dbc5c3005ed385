"""One form an act, for both doors: the page shows it, the API's schema is printed from it."""

from typing import Any

from cases.actions import ACTIONS
from cases.forms import dispatching, exits, handling, jurisdiction, urgent
from cases.forms.base import ActForm
from law.procedure import steps_of
from law.vocabulary import Act, Scope

FORMS: dict[Act, type[ActForm]] = {
    Act.CORRECT: dispatching.CorrectForm,
    Act.SPLIT: dispatching.SplitForm,
    Act.LINK_RESPONDENT: dispatching.LinkRespondentForm,
    Act.REFER: dispatching.ReferForm,
    Act.COMMISSION: dispatching.CommissionForm,
    Act.KEEP: dispatching.KeepForm,
    Act.REQUEST_VOID: dispatching.RequestVoidForm,
    Act.CONFIRM_VOID: dispatching.ConfirmVoidForm,
    Act.REFUSE_VOID: dispatching.RefuseVoidForm,
    Act.REMIND: dispatching.RemindForm,
    Act.UNMASK: dispatching.UnmaskForm,
    Act.OPEN: handling.OpenForm,
    Act.ACCEPT: handling.AcceptForm,
    Act.TAKE: handling.TakeForm,
    Act.DELEGATE: handling.DelegateForm,
    Act.CONSULT: handling.ConsultForm,
    Act.REPORT_FINDINGS: handling.ReplyForm,
    Act.REPLY_CONSULTATION: handling.ReplyForm,
    Act.ASSESS: handling.AssessForm,
    Act.RECORD_INQUIRY: handling.RecordInquiryForm,
    Act.ANSWER: handling.AnswerForm,
    Act.SUBMIT: handling.SubmitForm,
    Act.SEND_BACK: handling.SendBackForm,
    Act.ISSUE: handling.IssueForm,
    Act.NOTIFY: handling.ServeForm,
    Act.SERVE: handling.ServeForm,
    Act.RECORD_RECEIPT: handling.RecordReceiptForm,
    Act.REPORT_CONCLUSION: handling.ReportConclusionForm,
    Act.CLOSE: handling.CloseForm,
    Act.OBJECT: jurisdiction.ObjectForm,
    Act.AGREE_OBJECTION: jurisdiction.AgreeObjectionForm,
    Act.REFUSE_OBJECTION: jurisdiction.RefuseObjectionForm,
    Act.ARBITRATE: jurisdiction.ArbitrateForm,
    Act.TAKE_BACK: jurisdiction.TakeBackForm,
    Act.NOT_ACCEPT: exits.NotAcceptForm,
    Act.NO_LONGER_ACCEPT: exits.NoLongerAcceptForm,
    Act.DIVERT: exits.DivertForm,
    Act.TRANSFER_OUT: exits.TransferOutForm,
    Act.RECORD_TRANSFER_RECEIPT: exits.TransferReceiptForm,
    Act.FILE_ONLY: exits.FileOnlyForm,
    Act.REPORT_URGENT: urgent.ReportUrgentForm,
    Act.RECORD_URGENT_RECEIPT: urgent.UrgentReceiptForm,
    Act.ASK_DECISION: urgent.AskDecisionForm,
    Act.RECORD_DECISION: urgent.RecordDecisionForm,
}


def act_of(slug: str) -> Act | None:
    """Return the act of an address part such as "record-inquiry", if it has a door."""
    return next((each for each in FORMS if slug_of(each) == slug), None)


def slug_of(act: Act) -> str:
    """Return the address part of an act."""
    return str(act).replace("_", "-")


def run(act: Act, case_id: int, form: ActForm) -> Any:
    """Call the act's action with what the form has typed; raises Refused as the action does."""
    arguments = form.arguments()
    if steps_of(act)[0].scope is not Scope.LEG:
        arguments.pop("leg_id", None)
    if steps_of(act)[0].scope is not Scope.HAND_OFF:
        arguments.pop("hand_off_id", None)
    return ACTIONS[act](case_id, by=form.by, **arguments)
