"""One form an act, for both doors: the page shows it, the API's schema is printed from it."""

from typing import Any

from cases.actions import ACTIONS
from cases.forms import (
    agreeing,
    delivery,
    dispatching,
    ending,
    exits,
    files,
    following,
    handling,
    jurisdiction,
    officials,
    people_of_the_leg,
    remedies,
    suggestions,
    tiers,
    time_and_hearing,
    urgent,
)
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
    Act.ASK_EXTENSION: time_and_hearing.AskExtensionForm,
    Act.EXTEND: time_and_hearing.ExtendForm,
    Act.REFUSE_EXTENSION: time_and_hearing.RefuseExtensionForm,
    Act.CALL_HEARING: time_and_hearing.CallHearingForm,
    Act.HOLD_HEARING: time_and_hearing.HoldHearingForm,
    Act.REQUEST_RECUSAL: people_of_the_leg.RequestRecusalForm,
    Act.DECIDE_RECUSAL: people_of_the_leg.DecideRecusalForm,
    Act.REQUEST_MATERIAL: people_of_the_leg.RequestMaterialForm,
    Act.RECORD_MATERIAL: people_of_the_leg.RecordMaterialForm,
    Act.SETTLE: agreeing.SettleForm,
    Act.REFER_MEDIATION: agreeing.ReferMediationForm,
    Act.RECORD_MEDIATION: agreeing.RecordMediationForm,
    Act.ASK_WITHDRAWAL: agreeing.AskWithdrawalForm,
    Act.WITHDRAW: agreeing.WithdrawForm,
    Act.REVOKE_WITHDRAWAL: agreeing.RevokeWithdrawalForm,
    Act.RECORD_RETURN: delivery.RecordReturnForm,
    Act.WAIVE_NOTICE: delivery.WaiveNoticeForm,
    Act.CO_HANDLE: following.CoHandleForm,
    Act.REPLY_CO_HANDLING: handling.ReplyForm,
    Act.ASSESS_RISK: following.AssessRiskForm,
    Act.CHECK_DUTIES: following.CheckDutiesForm,
    Act.TRACK_EXECUTION: following.TrackExecutionForm,
    Act.REFER_RELIEF: following.ReferReliefForm,
    Act.REQUEST_REEXAMINATION: remedies.RequestRemedyForm,
    Act.REQUEST_REVIEW: remedies.RequestRemedyForm,
    Act.DRAFT_REMEDY: remedies.DraftRemedyForm,
    Act.DECIDE_REEXAMINATION: remedies.DecideRemedyForm,
    Act.DECIDE_REVIEW: remedies.DecideRemedyForm,
    Act.REMAND: remedies.RemandForm,
    Act.REFUSE_REMEDY: remedies.RefuseRemedyForm,
    Act.REJECT_CONCLUSION: remedies.RejectConclusionForm,
    Act.PROPOSE_FINALIZATION: ending.ProposeFinalizationForm,
    Act.FINALIZE: ending.FinalizeForm,
    Act.AFTER_CARE: ending.AfterCareForm,
    Act.CORRECT_LETTER: ending.CorrectLetterForm,
    Act.ARCHIVE: ending.ArchiveForm,
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
    Act.TRIAGE: tiers.TriageForm,
    Act.ASK_GUIDANCE: tiers.AskGuidanceForm,
    Act.REPLY_GUIDANCE: tiers.ReplyGuidanceForm,
    Act.DEFER_REPLY: tiers.DeferReplyForm,
    Act.ESCALATE: tiers.EscalateForm,
    Act.AGREE_ESCALATION: tiers.AgreeEscalationForm,
    Act.REFUSE_ESCALATION: tiers.RefuseEscalationForm,
    Act.DECLINE: exits.DeclineForm,
    Act.GUIDE: exits.GuideForm,
    Act.AWARD: suggestions.AwardForm,
    Act.REPORT_OFFICIALS: officials.ReportOfficialsForm,
    Act.RECORD_OFFICIALS_RECEIPT: officials.OfficialsReceiptForm,
    Act.ATTACH_SCAN: files.AttachScanForm,
    Act.ADD_FILE: files.AddFileForm,
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
