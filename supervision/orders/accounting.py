"""交账: units are called to account for their open orders on a day, and account for each (Art. 40)."""

from datetime import date

from law.errors import Refused
from law.vocabulary import Act
from organizations.models import Staff, Unit
from organizations.recording import Move, recording
from organizations.roles import Right
from supervision.models import OrderAccount, SupervisionOrder
from supervision.models.orders import OWED_STATES
from supervision.orders import verbs
from supervision.orders.following_moves import of_another_unit
from supervision.orders.people import who_replies
from supervision.words.orders import Account, AccountState

ARTICLE = "第四十条"
MOST_CALLED = 500
CALL = Move(
    verb=verbs.CALLED,
    right=Act.SUPERVISE,
    to_state=AccountState.CALLED,
    opening=of_another_unit,
    told=lambda account: who_replies(account.order),
)
GIVE = Move(
    verb=verbs.ACCOUNTED,
    right=Right.REPLY_ORDER,
    from_states=frozenset({AccountState.CALLED}),
    to_state=AccountState.GIVEN,
    own=lambda account, staff: account.order.leg.handler_id == staff.pk,
    told=lambda account: [account.called_by],
)


def call_to_account(
    *, by: Staff, due_on: date, unit: Unit | None = None, on: date | None = None
) -> tuple[int, list[Refused]]:
    """Call the owners of open orders (of one unit, or of all) to account on a day; returns how many, and what was refused.

    Raises Refused: date_unfit, nothing_open.
    """
    rows = SupervisionOrder.objects.readable_by(by).filter(state__in=OWED_STATES).exclude(accounts__due_on=due_on)
    if unit:
        rows = rows.filter(unit=unit)
    found = list(rows.select_related("unit", "leg__handler").order_by("pk")[:MOST_CALLED])
    if not found:
        raise Refused("nothing_open", "没有待交账的督办件：没有未反馈的，或者这一天已经要求过。", ARTICLE)
    refusals = [refused for order in found if (refused := _call(order, by, due_on, on))]
    return len(found) - len(refusals), refusals


def _call(order: SupervisionOrder, by: Staff, due_on: date, on: date | None) -> Refused | None:
    account = OrderAccount(order=order, unit=order.unit, due_on=due_on, called_by=by)
    try:
        with recording(CALL, account, by=by, on=on) as made:
            if due_on < made.on:
                raise Refused("date_unfit", f"交账日期{due_on}早于今天{made.on}。", ARTICLE)
            made.facts = {"due_on": due_on}
    except Refused as refused:
        return refused
    return None


def give_account(
    account: OrderAccount, *, by: Staff, said: Account, text: str, wanted: date | None = None, on: date | None = None
) -> OrderAccount:
    """Account for one order: done, why not, or by when it will be.

    Raises Refused: not_found, not_permitted, wrong_state, reason_missing, date_unfit.
    """
    if not text.strip():
        raise Refused("reason_missing", "请写明办到了哪一步，没有办好的写明原因。", ARTICLE)
    with recording(GIVE, account, by=by, on=on) as made:
        if (Account(said) == Account.NEW_LIMIT) != (wanted is not None):
            raise Refused("date_unfit", "申请新的期限的，写明到哪一天；不申请的不填。", ARTICLE)
        if wanted and wanted <= made.on:
            raise Refused("date_unfit", f"申请的期限{wanted}不晚于今天{made.on}。", ARTICLE)
        found: OrderAccount = made.record
        found.said, found.text, found.wanted = Account(said), text.strip(), wanted
        found.given_on, found.given_by = made.on, by
        made.facts = {"said": str(said), "late": max(0, (made.on - found.due_on).days)}
    return found
