"""What waits at the unit that decides a re-examination or review: to decide, to serve, to send again (Art. 35, 36)."""

from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Document, Leg, Remedy, Service
from cases.models.document import CAME_BACK
from cases.places.conditions import at_places, in_districts
from cases.places.second_person import did_before, had_a_part
from cases.places.work_rows import among
from cases.sight.each import each_has
from cases.sight.querysets import NOTHING
from law.procedure import REMEDIES, states_of
from law.remedies import OPINION_IN, REMAND_LETTERS, RemedyKind
from law.service import NOTICES
from law.vocabulary import Act, Letter
from organizations.models import Staff
from organizations.vocabulary import UnitKind

# The deciding unit, or the desk for what a body outside decided.
_DECIDERS = (("unit", ~Q(unit__kind=UnitKind.EXTERNAL)), ("case__unit", Q(unit__kind=UnitKind.EXTERNAL)))
_REMEDY_STATES = [state for state in REMEDIES if state in OPINION_IN]


def to_decide(staff: Staff) -> Q:
    """Return the legs whose remedy this person drafts, or decides once another has drafted."""
    free = Q(drafted_on=None)
    foreign = ~free & ~did_before(staff, Act.REMAND, "drafted_by", leg="leg")
    here = Q(pk__in=())
    for field, outside in _DECIDERS:
        mine = at_places(staff, Act.DRAFT_REMEDY, field) & free | at_places(staff, Act.REMAND, field) & foreign
        here |= outside & mine
    here &= Q(unit__kind=UnitKind.EXTERNAL) | ~took_part_below(staff)
    open_ones = Remedy.objects.filter(here, decided_on=None, refused_on=None)
    return among(open_ones, "leg_id")


def took_part_below(staff: Staff) -> Q:
    """Return the remedies that this person keeps out of: he handled or signed below (Art. 28), as `draftable` has it."""
    earlier = Remedy.objects.filter(leg=OuterRef("leg"), kind=RemedyKind.REEXAMINATION)
    decided = Q(Exists(earlier.filter(had_a_part(staff, "drafted_by", "decided_by", leg="leg"))))
    handled = had_a_part(staff, "leg__handler", "leg__submitted_by", "leg__issued_by", leg="leg")
    return handled | Q(kind=RemedyKind.REVIEW) & decided


def came_back() -> QuerySet[Service]:
    """Return how letters went that came back, were not sent again, and can be in the state of their leg (Art. 23, 34)."""
    notice = Q(document__kind__in=NOTICES) | Q(document__kind__in=REMAND_LETTERS) & ~Q(
        document__leg__state__in=REMEDIES
    )
    # An opinion that a newer one replaces, or an agreement, is not served any more.
    replacing = Q(kind=OuterRef("document__kind")) | Q(kind=Letter.MEDIATION_AGREEMENT)
    newer = Document.objects.filter(replacing, leg=OuterRef("document__leg"), pk__gt=OuterRef("document"))
    opinions = (Q(document__leg__state=state, document__kind=kind) for state, kind in OPINION_IN.items())
    opinion = reduce(or_, opinions) & ~each_has(newer)
    # Few are on their way back at any time: the search begins with them.
    back = Service.objects.filter(CAME_BACK)
    return back.filter(Q(document__leg__state__in=states_of(Act.NOTIFY)) & notice | opinion)


def decided_unserved(staff: Staff) -> Q:
    """Return the legs whose opinion of re-examination or review was decided and not sent."""
    sent = Service.objects.filter(document=OuterRef("document"))
    later = Remedy.objects.filter(leg=OuterRef("leg"), pk__gt=OuterRef("pk"))
    last = Remedy.objects.filter(~Exists(later), ~Q(document=None), refused_on=None)
    unsent = last.filter(_open_ones(staff), _own(staff, Act.SERVE), ~Exists(sent))
    return among(unsent, "leg_id")


def _open_ones(staff: Staff) -> Q:
    """Return the remedies of legs that are decided and not closed; of the districts of this person, where he has any."""
    legs = Leg.objects.filter(in_districts(staff, Act.SERVE), state__in=_REMEDY_STATES)
    return among(legs, "pk", key="leg")


def decided_returned(staff: Staff) -> Q:
    """Return the legs of which a letter of the deciding unit came back and was not sent again."""
    mine = _own(staff, Act.SERVE) | _own(staff, Act.NOTIFY)
    return among(Remedy.objects.filter(mine, among(came_back(), "document_id", key="document")), "leg_id")


def _own(staff: Staff, act: Act) -> Q:
    here = NOTHING
    for field, outside in _DECIDERS:
        here |= outside & at_places(staff, act, field, own=Q(drafted_by=staff))
    return here
