"""Step: one row of the procedure; and the groups of states that rows name."""

from dataclasses import dataclass

from law.vocabulary import Act, Duty, Letter, Scope, State


@dataclass(frozen=True)
class Step:
    """One lawful transition: who may act is settled by organizations/roles.py, `actor` only names them."""

    act: Act
    scope: Scope
    from_states: tuple[State, ...]
    to_state: State | None
    article: str
    actor: str
    needs: Letter | None = None
    meets: tuple[Duty, ...] = ()
    ends: tuple[Duty, ...] = ()
    starts: tuple[Duty, ...] = ()
    opens_leg: bool = False
    note: str = ""


DISPATCHED = (State.REFERRED, State.COMMISSIONED, State.RECEIVED)
WORKING = (State.ACCEPTED, State.IN_HANDLING)
OPEN_LEG = (*DISPATCHED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED)
REMEDIES = (State.REEXAMINING, State.REEXAM_DECIDED, State.REVIEWING, State.REVIEW_DECIDED)
SIDE_EXITS = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.DIVERTED, State.TRANSFERRED_OUT, State.WITHDRAWN)
# Those that another than who decided them approves, and that a later proof undoes.
SECONDED = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.FILED)
# Those that a notice (or a receipt) brings to their end; there is no window to wait for.
EXITED = (State.NOT_ACCEPTED, State.NO_LONGER_ACCEPTED, State.DIVERTED, State.TRANSFERRED_OUT)
UNDECIDED = (State.OBJECTION_PENDING, State.EXIT_PENDING)
LIVE = (State.REGISTERED, State.PENDING_DECISION, *OPEN_LEG, *UNDECIDED, State.ANSWERED, *REMEDIES)
AFTER = (*SIDE_EXITS, State.FILED, State.CLOSED)
READABLE = (*LIVE, *AFTER, State.ARCHIVED, State.VOID_PENDING, State.VOIDED)
# Of the whole case, when every unit has answered or the matter left the procedure.
DONE_BELOW = (State.ANSWERED, *REMEDIES, *AFTER)
# Where a commissioned unit has still to feed back.
FEEDING_BACK = (State.COMMISSIONED, *WORKING, State.PENDING_SIGN_OFF, State.ISSUED, State.ANSWERED)
# Of the whole case: what its legs could do is halted with it.
HALTED = (State.VOID_PENDING, State.VOIDED, State.ARCHIVED)
UNDISPATCHED = (State.REGISTERED, State.PENDING_DECISION)
# While an opinion is being worked on, or waits for the head, its time can still be extended.
DRAFTING = (*WORKING, State.PENDING_SIGN_OFF)
CASE, LEG, HAND_OFF = Scope.CASE, Scope.LEG, Scope.HAND_OFF
UNIT_STARTS = (Duty.OPEN_1WD, Duty.NOTICE_REFERRED_15D, Duty.OBJECTION_5WD)
