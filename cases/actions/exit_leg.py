"""What every way out of the procedure leaves behind: its leg at the desk, where it went, and its letter."""

from collections.abc import Sequence
from typing import Any

from cases.actions.deed import Deed
from cases.actions.dispatch import free_demands, pass_extract
from cases.actions.exit_rules import assert_in_use
from cases.actions.turned_back import OWN_RULES, waive_notice
from cases.actions.whereabouts import NOBODY
from cases.letters.attachments import store_files
from cases.letters.making import make_document, told_demands
from cases.models import Leg, SideExit
from cases.openings.dispatching import reachable
from cases.places.wall import attach_demands
from kit.files import CheckedFile
from law.admission import Ground
from law.errors import Refused
from law.vocabulary import Act, Channel, Kind, Letter, Movement, Path, State
from law.ways import ways
from organizations.vocabulary import UnitKind

NOT_COMPETENT, BYPASS, AFTER_REVIEW = "NA_NOT_COMPETENT", "NA_BYPASS_LEVEL", "NLA_AFTER_REVIEW"
PENDING_SAME = "NA_PENDING_SAME"


def open_exit(deed: Deed, numbers: Sequence[int], extract: str) -> None:
    """Open the leg of the desk itself, which holds the decision, its letter and its service."""
    case = deed.case
    rows = free_demands(deed, numbers)
    # Nobody else reads what is only kept.
    if deed.act is not Act.FILE_ONLY:
        pass_extract(case, rows, extract)
    deed.leg = Leg(
        pk=deed.locked.leg_key,
        district_id=case.district_id,
        case=case,
        unit=case.unit,
        from_unit=case.unit,
        movement=Movement.DIRECT,
        state=deed.step.to_state or State.REGISTERED,
        received_on=deed.on,
    )
    attach_demands(deed.leg, rows, deed.together)
    deed.together.insert(deed.leg)
    deed.together.write()
    deed.facts["demands"] = [row.number for row in rows]


def leave(deed: Deed, leg: Leg, **said: object) -> None:
    """Write down why and where a leg left the procedure."""
    SideExit.objects.create(leg=leg, act=deed.act, **said)


def ask_to_leave(deed: Deed, **said: object) -> None:
    """Write down a decision that another has to approve; what was refused or undone before stays in the events."""
    SideExit.objects.filter(leg=deed.the_leg).delete()
    leave(deed, deed.the_leg, asked_by=deed.by, asked_on=deed.on, **said)


def exit_letter(deed: Deed, kind: Letter, **words: Any) -> None:
    """Make the letter of a way out, naming its demands as its unit may read them."""
    leg = deed.the_leg
    letter = make_document(
        kind,
        deed.case,
        leg=leg,
        unit=leg.unit,
        by=deed.by,
        on=deed.on,
        demands=[demand.text for demand in told_demands(deed.case, leg)],
        **words,
    )
    deed.facts["document"] = letter.number


def assert_ground(deed: Deed, ground: Ground, decision: Act, what: str) -> str:
    """Return what a ground rests on, for the notice. Raises Refused: ground_unfit, ground_not_granted."""
    if ground.decision is not decision:
        raise Refused("ground_unfit", f"“{ground.label}”不是{what}的理由。", ground.article)
    basis = assert_in_use(deed.on, ground)
    if ground.code == BYPASS and deed.case.channel != Channel.VISIT:
        raise Refused("ground_unfit", "只有走访才有越级的问题，来信、网上、来电提出的不适用这一理由。", ground.article)
    return basis


def keep_papers(deed: Deed, papers: Sequence[CheckedFile], title: str) -> None:
    """Keep what proves a decision with its leg; the digests go into the chain."""
    if papers:
        store_files(deed.case, papers, deed.by, leg=deed.the_leg, title=title)
        deed.facts["sm3"] = [paper.sm3 for paper in papers]


def known_way(path: Path, limit: str, how: str) -> tuple[str, str]:
    """Return time limit and manner of a way out, as given or as law.ways knows them. Raises Refused path_unfit."""
    [first, *_] = ways(path)
    return limit.strip() or first.limit, how.strip() or first.how


def say_diverted(deed: Deed, path: Path, reason: str, body: str, limit: str, how: str) -> None:
    """Lead a leg to a statutory way: which body, until when, where and how (Art. 31)."""
    leg = deed.the_leg
    leg.demands.update(path=path)
    leave(deed, leg, path=path, body=body, limit=limit, how=how, reason=reason)
    exit_letter(
        deed, Letter.DIVERSION_NOTICE, path=path, ways=ways(path), reason=reason, body=body, limit=limit, how=how
    )
    deed.facts["path"] = str(path)


def tell_whereabouts(deed: Deed, body: str, reason: str) -> None:
    """Make the notice that tells the petitioner where his matter went; none for an accusation, none to nobody.

    Where a desk that it was brought to directly owes none, it is let off (Art. 23, para 2 and 4).
    """
    accusing = deed.the_leg.demands.filter(kind=Kind.ACCUSATION).exists()
    if accusing or not reachable(deed.case):
        if deed.case.unit.kind != UnitKind.PETITION_OFFICE:
            waive_notice(deed, OWN_RULES if accusing else NOBODY)
        return
    letter = deed.facts["document"]
    exit_letter(deed, Letter.TRANSFER_NOTICE, body=body, reason=reason, how=Movement.REFER.label)
    deed.facts["notice"], deed.facts["document"] = deed.facts["document"], letter
