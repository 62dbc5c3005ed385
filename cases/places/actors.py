"""Who acts: a member of staff (as himself, or by a hand: organizations/mandates.py), or a party of the case himself.

A party has no account, no role and no reach but his own case. Of an accusation nothing is there for him here: whoever
holds a letter of the case must not learn by it who was accused of what (Art. 30). Wall and recusal are about officials.
"""

from datetime import date

from cases.models import Case, Party
from cases.places.spot import Actor, Spot
from cases.sight.out_of_reach import not_found
from kit.doors import Door
from law.errors import Refused
from law.party_acts import PARTY_ACTS
from law.vocabulary import Scope
from organizations.models import Staff, Unit
from organizations.vocabulary import ActorKind

HIMSELF = ActorKind.PARTY.label


def account_of(actor: Actor) -> Staff | None:
    """Return the account at which something is done: what rows keep; None where a party does it himself."""
    return actor if isinstance(actor, Staff) else None


def said_by(account: Staff | None) -> str:
    """Return who asked for something that a party may ask for himself."""
    return account.name if account else HIMSELF


def assert_own_case(party: Party, case: Case, door: Door, on: date) -> None:
    """Let a party act on his own case, not on the whole of one that accuses, and his agent while the mandate lasts.

    Raises Refused: not_found, mandate_ended.
    """
    himself = case.parties.filter(pk=party.pk).first()
    if himself is None or (case.sealed and door.scope is Scope.CASE):
        raise not_found()
    if himself.mandate_until and himself.mandate_until < on:
        words = f"委托期限已于{himself.mandate_until}届满，请信访人重新出具授权委托书，或者由本人办理。"
        raise Refused("mandate_ended", words)


def place_of_party(spot: Spot) -> Unit:
    """Return the unit that a party turns to: the one that has the leg, or the desk. Raises Refused not_permitted."""
    if spot.act not in PARTY_ACTS:
        own = "、".join(act.label for act in PARTY_ACTS)
        raise Refused("not_permitted", f"“{spot.act.label}”由办理机关办理。信访人自己可以办理：{own}。")
    return spot.leg.unit if spot.on_leg else spot.case.unit
