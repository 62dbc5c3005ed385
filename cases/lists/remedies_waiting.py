"""What waits at the unit that decides a re-examination or review: to decide, to serve, to send again (Art. 35, 36)."""

from django.db.models import Exists, OuterRef, Q

from cases.models import Remedy, Service
from cases.places.conditions import NOTHING, at_places
from law.procedure import OPEN_LEG, REMEDIES
from law.remedies import OPINION_IN
from law.vocabulary import Act, State
from organizations.models import Staff
from organizations.vocabulary import UnitKind

# The deciding unit, or the desk for what a body outside decided.
_DECIDERS = (("unit", ~Q(unit__kind=UnitKind.EXTERNAL)), ("case__unit", Q(unit__kind=UnitKind.EXTERNAL)))
_SENDING = (*OPEN_LEG, State.ANSWERED, *REMEDIES)
_REMEDY_STATES = [state for state in REMEDIES if state in OPINION_IN]


def to_decide(staff: Staff) -> Q:
    """Return the legs whose remedy this person drafts, or decides once another has drafted."""
    free, foreign = Q(drafted_on=None), ~Q(drafted_on=None) & ~Q(drafted_by=staff)
    here = Q(pk__in=())
    for field, outside in _DECIDERS:
        mine = at_places(staff, Act.DRAFT_REMEDY, field) & free | at_places(staff, Act.REMAND, field) & foreign
        here |= outside & mine
    open_ones = Remedy.objects.filter(here, decided_on=None, refused_on=None)
    return Q(pk__in=open_ones.order_by().values("leg_id"))


def decided_unserved(staff: Staff) -> Q:
    """Return the legs whose opinion of re-examination or review was decided and not sent."""
    sent = Service.objects.filter(document=OuterRef("document"))
    unsent = Remedy.objects.filter(_own(staff, Act.SERVE), ~Q(document=None), ~Exists(sent), refused_on=None)
    return Q(state__in=_REMEDY_STATES) & Q(pk__in=unsent.order_by().values("leg_id"))


def decided_returned(staff: Staff) -> Q:
    """Return the legs of which a letter of the deciding unit came back and was not sent again."""
    again = Service.objects.filter(document=OuterRef("document"), returned_on=None)
    back = Service.objects.filter(document=OuterRef("document"), returned_on__isnull=False)
    mine = _own(staff, Act.SERVE) | _own(staff, Act.NOTIFY)
    waiting = Remedy.objects.filter(mine, Exists(back), ~Exists(again))
    return Q(state__in=_SENDING, pk__in=waiting.order_by().values("leg_id"))


def _own(staff: Staff, act: Act) -> Q:
    here = NOTHING
    for field, outside in _DECIDERS:
        here |= outside & at_places(staff, act, field, own=Q(drafted_by=staff))
    return here
