"""Acts by which a petitioner is promised something, and by which others say what came of it."""

from cases.actions import promises_kept, promising
from cases.doors import promise_consequences
from cases.forms import promising as forms
from cases.openings import promises
from cases.places.acting_units import at_the_desk_or_a_leg
from cases.record.promise_audiences import who_promised
from kit.doors import Door, Topic
from law.vocabulary import Act

PROMISING: tuple[Door, ...] = (
    Door(
        act=Act.PROMISE,
        facts=("person", "promise", "promised_for"),
        action=promising.promise,
        form=forms.PromiseForm,
        place=at_the_desk_or_a_leg,
        opening=promises.promisable,
        told=who_promised,
        said="承诺已登记，到期以前会提醒；可以给信访人补印回执。",
        consequence=promise_consequences.promise,
        icon="flag",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.KEEP_PROMISE,
        facts=("done_on", "evidence", "promise", "sm3"),
        action=promises_kept.keep_promise,
        form=forms.KeepPromiseForm,
        place=at_the_desk_or_a_leg,
        opening=promises.keepable,
        told=who_promised,
        said="已确认兑现；每月抽签回访，由其他单位的人员进行。",
        icon="ok",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.CHANGE_PROMISE_DATE,
        facts=("former_due_on", "new_due_on", "promise"),
        action=promising.change_promise_date,
        form=forms.ChangePromiseDateForm,
        place=at_the_desk_or_a_leg,
        opening=promises.movable_promise,
        told=who_promised,
        said="承诺已改期；最初的日期保留。",
        consequence=promise_consequences.change_date,
        icon="calendar",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.WITHDRAW_PROMISE,
        facts=("promise",),
        action=promising.withdraw_promise,
        form=forms.WithdrawPromiseForm,
        place=at_the_desk_or_a_leg,
        opening=promises.withdrawable_promise,
        told=who_promised,
        said="承诺已撤回，不算兑现。",
        icon="return",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.RECORD_PROMISE_VISIT,
        facts=("held_on", "promise", "result"),
        action=promises_kept.record_promise_visit,
        form=forms.RecordPromiseVisitForm,
        place=at_the_desk_or_a_leg,
        opening=promises.visitable,
        told=who_promised,
        said="回访已登记。",
        icon="people",
        topic=Topic.PETITIONER,
    ),
)
