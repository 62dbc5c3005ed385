"""The letters of the procedure; read through law.vocabulary like the other words."""

from law.words import Word


class Letter(Word):
    """标准文书."""

    REFERRAL_LETTER = "referral_letter", "转送函"
    COMMISSION_LETTER = "commission_letter", "交办函"
    ACCEPTANCE_NOTICE = "acceptance_notice", "受理告知书"
    HANDLING_OPINION = "handling_opinion", "信访事项处理意见书"
    CONCLUSION_REPORT = "conclusion_report", "办结报告"
    UPWARD_REPORT = "upward_report", "上报办结报告"
    OBJECTION_LETTER = "objection_letter", "异议函"
    ARBITRATION_REQUEST = "arbitration_request", "提请指定办理单位函"
    EXTENSION_NOTICE = "extension_notice", "延长办理期限告知书"
    NON_ACCEPTANCE_NOTICE = "non_acceptance_notice", "不予受理告知书"
    NO_LONGER_ACCEPTED_NOTICE = "no_longer_accepted_notice", "不再受理告知书"
    DIVERSION_NOTICE = "diversion_notice", "法定途径告知书"
    TRANSFER_LETTER = "transfer_letter", "转出函"
    REEXAM_OPINION = "reexam_opinion", "复查意见书"
    REVIEW_OPINION = "review_opinion", "复核意见书"
    REEXAM_REJECT_NOTICE = "reexam_reject_notice", "复查（复核）不予受理告知书"
    REMEDY_READMITTED_NOTICE = "remedy_readmitted_notice", "复查（复核）恢复受理告知书"
    FINALIZATION_RECORD = "finalization_record", "终结认定表"
    CORRECTION_SHEET = "correction_sheet", "文书更正单"
    ARCHIVE_INDEX = "archive_index", "归档目录"
    HEARING_NOTICE = "hearing_notice", "听证通知书"
    HEARING_MINUTES = "hearing_minutes", "听证笔录"
    HEARING_REPORT = "hearing_report", "听证报告"
    MATERIAL_REQUEST = "material_request", "补正告知书"
    MEDIATION_AGREEMENT = "mediation_agreement", "调解（和解）协议书"
    TRANSFER_NOTICE = "transfer_notice", "转送告知书"
    SPOT_NOTICE = "spot_notice", "当场告知单"
    COMPETENT_BODY_NOTICE = "competent_body_notice", "有权处理机关告知书"
    THANKS_LETTER = "thanks_letter", "感谢信"
    SUGGESTION_REPLY = "suggestion_reply", "建议意见办理答复书"
    ACCUSATION_REPLY = "accusation_reply", "检举控告办理情况告知书"
    DUTY_REPLY = "duty_reply", "履行法定职责答复书"
    PROCEDURE_REPLY = "procedure_reply", "法定程序办理结果告知书"
    OFFICIALS_REPORT = "officials_report", "情况通报"


# What several sign together, or an office keeps for itself: no letter of an organ, and so without its red head.
WITHOUT_RED_HEAD = (
    Letter.MEDIATION_AGREEMENT,
    Letter.HEARING_MINUTES,
    Letter.FINALIZATION_RECORD,
    Letter.ARCHIVE_INDEX,
)
# All who take part sign at the end by hand; no line of the unit stands there alone.
SIGNED_BY_HAND = (Letter.MEDIATION_AGREEMENT,)
# They send a petition on, with what came with it.
SENT_ON = (Letter.REFERRAL_LETTER, Letter.COMMISSION_LETTER, Letter.TRANSFER_LETTER)
