"""Service 送达: what each way of serving needs, and when a letter counts as received.

The Regulation says nothing of service; as its practice does, we follow civil procedure by analogy.
"""

from datetime import date, timedelta

from law.errors import Refused
from law.remedies import REMEDY_NOTICES
from law.vocabulary import Act, Letter, ServiceMethod

ANNOUNCEMENT_DAYS = 30
ANNOUNCED = "民事诉讼法第九十五条"
WITNESSED = "民事诉讼法第八十九条"
CONSENTED = "民事诉讼法第九十条"
# Each way out of the procedure has its notice.
EXIT_NOTICES = (
    Letter.NON_ACCEPTANCE_NOTICE,
    Letter.NO_LONGER_ACCEPTED_NOTICE,
    Letter.DIVERSION_NOTICE,
    Letter.TRANSFER_NOTICE,
    Letter.COMPETENT_BODY_NOTICE,
)
# The notices that meet the duty to inform, and those that are served the same way without meeting any.
INFORMING = (Letter.ACCEPTANCE_NOTICE, *EXIT_NOTICES)
NOTICES = (
    *INFORMING,
    Letter.EXTENSION_NOTICE,
    Letter.HEARING_NOTICE,
    Letter.MATERIAL_REQUEST,
    Letter.MEDIATION_AGREEMENT,
    *REMEDY_NOTICES,
)

# Once one of these was done on a leg, what was written down of a service before is not undone: somebody relied on it.
BUILT_ON = (
    Act.REQUEST_REEXAMINATION,
    Act.REQUEST_REVIEW,
    Act.RATE,
    Act.REPORT_CONCLUSION,
    Act.PUBLISH_REVIEW,
    Act.PROPOSE_FINALIZATION,
    Act.AGREE_ESCALATION,
    Act.REOPEN_EXIT,
    Act.CLOSE,
)

# What the petitioner must have had in hand before a leg is closed, beside the opinion; each by its article.
OWED_AT_THE_END: dict[Letter, str] = {
    Letter.EXTENSION_NOTICE: "第三十四条",
    Letter.HEARING_NOTICE: "第三十一条第六项",
    Letter.MEDIATION_AGREEMENT: "第三十三条",
    **dict.fromkeys(REMEDY_NOTICES, "第三十五条、第三十六条"),
}


def deemed_received_on(method: ServiceMethod, sent_on: date) -> date | None:
    """Return the day a letter counts as received by law alone: 30 days after an announcement; else None."""
    return sent_on + timedelta(days=ANNOUNCEMENT_DAYS) if method is ServiceMethod.ANNOUNCEMENT else None


def assert_servable(method: ServiceMethod, *, witness: str, consent: str, received_on: date | None) -> None:
    """Refuse a way of serving whose condition is not met.

    ``consent``: how the petitioner agreed to electronic service, now or before; ``received_on``: as typed by hand.
    Raises Refused: consent_missing, witness_missing, receipt_computed.
    """
    if method is ServiceMethod.ELECTRONIC and not consent.strip():
        text = "电子送达须经信访人同意：请填写何时、怎样同意的；没有同意的，请改用当面、邮寄等方式送达。"
        raise Refused("consent_missing", text, CONSENTED)
    if method is ServiceMethod.LEFT_WITH_WITNESS and not witness.strip():
        text = "留置送达要有见证人：请填写到场见证的基层组织或者所在单位代表的姓名。"
        raise Refused("witness_missing", text, WITNESSED)
    if method is ServiceMethod.ANNOUNCEMENT and received_on:
        text = f"公告送达的收到日期不用填写：自发出公告之日起满{ANNOUNCEMENT_DAYS}日视为送达，由系统计算。"
        raise Refused("receipt_computed", text, ANNOUNCED)
