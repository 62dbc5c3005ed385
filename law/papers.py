"""The letters of the procedure; read through law.vocabulary like the other words."""

from law.words import Word


class Letter(Word):
    """标准文书."""

    REFERRAL_LETTER = "referral_letter", "转送函"
    COMMISSION_LETTER = "commission_letter", "交办函"
    ACCEPTANCE_NOTICE = "acceptance_notice", "受理告知书"
    HANDLING_OPINION = "handling_opinion", "信访事项处理意见书"
    CONCLUSION_REPORT = "conclusion_report", "办结报告"
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
    FINALIZATION_RECORD = "finalization_record", "终结认定表"
    CORRECTION_SHEET = "correction_sheet", "文书更正单"
    ARCHIVE_INDEX = "archive_index", "归档目录"
    HEARING_NOTICE = "hearing_notice", "听证通知书"
    HEARING_MINUTES = "hearing_minutes", "听证笔录"
    HEARING_REPORT = "hearing_report", "听证报告"
    MATERIAL_REQUEST = "material_request", "补正告知书"
    MEDIATION_AGREEMENT = "mediation_agreement", "调解（和解）协议书"
    TRANSFER_NOTICE = "transfer_notice", "转送告知书"
    THANKS_LETTER = "thanks_letter", "感谢信"
    OFFICIALS_REPORT = "officials_report", "情况通报"
