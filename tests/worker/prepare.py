"""What a test asks of a running stack from inside it: `manage shell -c "from tests.worker.prepare import …"`."""

import json
import sys
from datetime import timedelta

from celery import current_app
from django.db.models import Value
from django.db.models.functions import Concat
from django.utils import timezone

from cases.models import FollowUp
from cases.record.chain import verify_chains
from cases.record.follow_ups import sweep_follow_ups
from law.vocabulary import State
from organizations.models import Staff
from tests.cast import Cast
from tests.walks import Walk, walk_to

PASSWORD = "过河的风筝-2026"


def tell(value: object) -> None:
    """Answer the test on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def open_office(referred: int, handling: int) -> None:
    """Seat the small cast and bring cases to the state where two people may act."""
    # The first officers of the installation keep their posts under other names.
    Staff.objects.update(username=Concat(Value("first-"), "username"))
    cast = Cast()
    someone = cast.clerk
    someone.set_password(PASSWORD)
    Staff.objects.filter(username__in=vars(cast)).update(password=someone.password)
    walks = {
        "referred": [walk_to(cast, State.REFERRED) for _ in range(referred)],
        "handling": [walk_to(cast, State.IN_HANDLING) for _ in range(handling)],
    }
    tell({state: [leg_of(walk) for walk in rows] for state, rows in walks.items()})


def leg_of(walk: Walk) -> dict[str, int]:
    """The keys of a walk's case and leg."""
    assert walk.leg
    return {"case": walk.case.pk, "leg": walk.leg.pk}


def sweep_later() -> None:
    """Sweep as if ten minutes had passed: every claim that a dead worker held is stale then."""
    ago = timezone.now() - timedelta(minutes=10)
    FollowUp.objects.filter(done_at=None).update(created_at=ago)
    FollowUp.objects.filter(done_at=None).exclude(claimed_at=None).update(claimed_at=ago)
    tell(sweep_follow_ups())


def announce_all_again() -> None:
    """Send every follow-up to the worker once more, as a broker does that forgot what it delivered."""
    keys = list(FollowUp.objects.values_list("pk", flat=True))
    for key in keys:
        current_app.send_task("cases.tasks.follow_up_task", [key])
    tell(len(keys))


def broken_chains() -> None:
    """Verify the chain of every case."""
    tell([str(link) for link in verify_chains().broken])
