"""Acts on what the petitioner asks for: material, agreement, withdrawal, relief, award."""

from cases.actions import agreement, dissuasion, duties, material, rating, suggestions, withdrawal
from cases.doors import side_consequences
from cases.forms import agreeing as agreeing_forms
from cases.forms import dissuasion as dissuasion_forms
from cases.forms import following as following_forms
from cases.forms import people_of_the_leg as people_of_the_leg_forms
from cases.forms import rating as rating_forms
from cases.forms import suggestions as suggestions_forms
from cases.openings.after_answer import awardable
from cases.openings.dissuasion import remarkable
from cases.openings.petitioner import (
    material_askable,
    material_waits,
    revocable,
    settleable,
    withdrawable,
    withdrawal_askable,
)
from cases.openings.rating import rateable
from cases.places.acting_units import at_the_desk, at_the_desk_or_a_leg, at_the_leg
from cases.record.audiences import the_coordinators, the_handler
from kit.doors import Door, Topic
from law.vocabulary import Act

PETITIONER: tuple[Door, ...] = (
    Door(
        act=Act.REQUEST_MATERIAL,
        facts=("document",),
        action=material.request_material,
        form=people_of_the_leg_forms.RequestMaterialForm,
        place=at_the_leg,
        opening=material_askable,
        said="补正告知书已生成，请“送达告知书”；期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="clip",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.RECORD_MATERIAL,
        facts=("received_on",),
        action=material.record_material,
        form=people_of_the_leg_forms.RecordMaterialForm,
        place=at_the_leg,
        opening=material_waits,
        said="已登记收到的材料。",
        icon="clip",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.SETTLE,
        facts=("apart_from", "demands", "document", "settled_by"),
        action=agreement.settle,
        form=agreeing_forms.SettleForm,
        place=at_the_leg,
        opening=settleable,
        said="已登记协议，本环节已办结；协议书已生成，请“送达告知书”。",
        consequence=side_consequences.settle,
        icon="ok",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.ASK_WITHDRAWAL,
        facts=("apart_from", "demands"),
        action=withdrawal.ask_withdrawal,
        form=agreeing_forms.AskWithdrawalForm,
        place=at_the_leg,
        opening=withdrawal_askable,
        told=the_coordinators,
        said="已登记撤回申请，等候办理单位以外的人员向本人核实。",
        consequence=side_consequences.no_stop,
        icon="return",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.WITHDRAW,
        action=withdrawal.withdraw,
        form=agreeing_forms.WithdrawForm,
        place=at_the_leg,
        opening=withdrawable,
        told=the_handler,
        said="已确认撤回；信访人15日内可以反悔。",
        consequence=side_consequences.withdraw,
        icon="stop",
        topic=Topic.PETITIONER,
        turn=29,
    ),
    Door(
        act=Act.REVOKE_WITHDRAWAL,
        action=withdrawal.revoke_withdrawal,
        form=agreeing_forms.RevokeWithdrawalForm,
        place=at_the_leg,
        opening=revocable,
        told=the_handler,
        said="已恢复办理，期限从原起算日继续计算。",
        icon="refresh",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.REFER_RELIEF,
        facts=("relief",),
        action=duties.refer_relief,
        form=following_forms.ReferReliefForm,
        place=at_the_leg,
        icon="help",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.RATE,
        facts=("document", "rated"),
        action=rating.rate,
        form=rating_forms.RateForm,
        place=at_the_desk,
        opening=rateable,
        said="评价已登记，以后不能更改。",
        icon="chat",
        topic=Topic.PETITIONER,
    ),
    Door(
        act=Act.RECORD_DISSUASION,
        action=dissuasion.record_dissuasion,
        form=dissuasion_forms.RecordDissuasionForm,
        place=at_the_desk_or_a_leg,
        icon="chat",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.REMARK_DISSUASION,
        action=dissuasion.remark_dissuasion,
        form=dissuasion_forms.RemarkDissuasionForm,
        place=at_the_desk_or_a_leg,
        opening=remarkable,
        icon="chat",
        topic=Topic.RECORD,
    ),
    Door(
        act=Act.AWARD,
        facts=("award", "awarded_on", "demands", "document"),
        action=suggestions.award,
        form=suggestions_forms.AwardForm,
        place=at_the_leg,
        opening=awardable,
        said="奖励已登记。",
        icon="flag",
        topic=Topic.END,
    ),
)
