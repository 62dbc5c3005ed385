"""What was asked, shown to whoever decides on it."""

from collections.abc import Callable

from cases.models import Leg
from cases.places.actors import said_by
from law.vocabulary import Act, Kind, Path
from organizations.papers.serving import service_words


def _extension(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.asked_by.name}申请延长{each.days}日的理由", "text": each.reason}
        for each in leg.extensions.all()
        if each.decided_on is None
    ]


def _hearing(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"定于{each.planned_on}在{each.place}听证，主持人{each.chair.name}", "text": each.matter}
        for each in leg.hearings.all()
        if each.held_to is None
    ]


def _recusal(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.get_source_display()}：{each.person.name}回避的理由", "text": each.reason}
        for each in leg.recusals.all()
        if each.agreed is None
    ]


def _material(leg: Leg) -> list[dict[str, str]]:
    return [{"title": f"{each.asked_on}告知补正的材料", "text": each.missing} for each in leg.material_requests.all()]


def _mediation(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.sent_on}委托{each.name}调解", "text": each.reason}
        for each in leg.mediations.all()
        if each.answered_on is None
    ]


def _withdrawal(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.asked_on}由{said_by(each.asked_by)}登记的撤回理由", "text": each.reason}
        for each in leg.withdrawals.all()
        if each.revoked_on is None
    ]


def _escalation(leg: Leg) -> list[dict[str, str]]:
    return [
        {"title": f"{each.asked_unit.name}申请提级到{each.proposed.name}的理由", "text": each.reason}
        for each in leg.escalations.all()
        if each.decided_on is None
    ]


def _reclassification(leg: Leg) -> list[dict[str, str]]:
    return [
        {
            "title": f"{each.asked_by.name}申请把第{each.demand.number}项{_way(each.old_kind, each.old_path)}"
            f"改为{_way(each.kind, each.path)}的理由",
            "text": each.reason,
        }
        for each in leg.reclassifications.all()
        if each.decided_on is None
    ]


def _way(kind: str, path: str) -> str:
    return f"“{Kind(kind).label}{'·' + Path(path).label if path else ''}”"


def _redirect(leg: Leg) -> list[dict[str, str]]:
    return [
        {
            "title": f"{each.asked_unit.name}商请重新转办"
            + (f"，建议由{each.proposed.name}办理" if each.proposed else ""),
            "text": each.reason,
        }
        for each in leg.redirects.all()
        if each.decided_on is None
    ]


def _undoing(leg: Leg) -> list[dict[str, str]]:
    return [
        {
            "title": f"{each.undoing_asked_on}申请撤销：{letter.title}{letter.number}（{service_words(each)}）",
            "text": each.undoing_reason,
        }
        for letter in leg.documents.all()
        for each in letter.services.all()
        if each.undoing_asked_on
    ]


HEARD: dict[Act, Callable[[Leg], list[dict[str, str]]]] = {
    Act.RECLASSIFY: _reclassification,
    Act.REFUSE_RECLASSIFICATION: _reclassification,
    Act.EXTEND: _extension,
    Act.REFUSE_EXTENSION: _extension,
    Act.HOLD_HEARING: _hearing,
    Act.DECIDE_RECUSAL: _recusal,
    Act.REQUEST_MATERIAL: _material,
    Act.RECORD_MATERIAL: _material,
    Act.RECORD_MEDIATION: _mediation,
    Act.WITHDRAW: _withdrawal,
    Act.REVOKE_WITHDRAWAL: _withdrawal,
    Act.AGREE_ESCALATION: _escalation,
    Act.REFUSE_ESCALATION: _escalation,
    Act.UNDO_SERVICE: _undoing,
    Act.REFUSE_UNDOING: _undoing,
    Act.AGREE_REDIRECT: _redirect,
    Act.REFUSE_REDIRECT: _redirect,
}
