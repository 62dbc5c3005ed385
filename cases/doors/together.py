"""Acts of several units together: asking, replying, going up, mediating."""

from cases.actions import agreement, co_handling, guidance, investigation
from cases.doors import side_consequences
from cases.forms import agreeing as agreeing_forms
from cases.forms import following as following_forms
from cases.forms import handling as handling_forms
from cases.forms import tiers as tiers_forms
from cases.openings.replies import asked_and_unanswered, deferrable
from cases.openings.together import assessable, delegable, mediable, mediation_waits
from cases.places.acting_units import at_the_leg, where_asked
from cases.record.audiences import the_handler, who_was_asked
from kit.doors import Door, Topic
from law.vocabulary import Act, Movement

TOGETHER: tuple[Door, ...] = (
    Door(
        act=Act.DELEGATE,
        action=investigation.delegate,
        form=handling_forms.DelegateForm,
        place=at_the_leg,
        opening=delegable,
        told=who_was_asked(Act.REPORT_FINDINGS),
        said="已下派，村（社区）会收到提醒。",
        icon="village",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.REPORT_FINDINGS,
        action=investigation.report_findings,
        form=handling_forms.ReplyForm,
        place=where_asked,
        opening=asked_and_unanswered(Movement.DELEGATE),
        told=the_handler,
        said="已报告，谢谢。",
        icon="village",
        turn=2,
    ),
    Door(
        act=Act.ASSESS,
        action=investigation.assess,
        form=handling_forms.AssessForm,
        place=at_the_leg,
        opening=assessable,
        icon="check",
        turn=20,
    ),
    Door(
        act=Act.CONSULT,
        action=investigation.consult,
        form=handling_forms.ConsultForm,
        place=at_the_leg,
        told=who_was_asked(Act.REPLY_CONSULTATION),
        icon="chat",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.REPLY_CONSULTATION,
        action=investigation.reply_consultation,
        form=handling_forms.ReplyForm,
        place=where_asked,
        opening=asked_and_unanswered(Movement.CONSULT),
        told=the_handler,
        icon="chat",
        turn=3,
    ),
    Door(
        act=Act.CO_HANDLE,
        action=co_handling.co_handle,
        form=following_forms.CoHandleForm,
        place=at_the_leg,
        told=who_was_asked(Act.REPLY_CO_HANDLING),
        said="已请求协办，对方会收到提醒；期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="people",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.REPLY_CO_HANDLING,
        action=co_handling.reply_co_handling,
        form=handling_forms.ReplyForm,
        place=where_asked,
        opening=asked_and_unanswered(Movement.CO_HANDLE),
        told=the_handler,
        said="已回复，谢谢。",
        icon="people",
        turn=4,
    ),
    Door(
        act=Act.ASK_GUIDANCE,
        action=guidance.ask_guidance,
        form=tiers_forms.AskGuidanceForm,
        place=at_the_leg,
        told=who_was_asked(Act.REPLY_GUIDANCE),
        said="已请示，对方会收到提醒；期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="up",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.REPLY_GUIDANCE,
        action=guidance.reply_guidance,
        form=tiers_forms.ReplyGuidanceForm,
        place=where_asked,
        opening=asked_and_unanswered(Movement.GUIDANCE),
        told=the_handler,
        said="已答复请示，谢谢。",
        icon="chat",
        turn=35,
    ),
    Door(
        act=Act.DEFER_REPLY,
        action=guidance.defer_reply,
        form=tiers_forms.DeferReplyForm,
        place=where_asked,
        opening=deferrable,
        told=the_handler,
        said="已说明须请示上级，回复日期已顺延一次。",
        icon="clock",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.REFER_MEDIATION,
        action=agreement.refer_mediation,
        form=agreeing_forms.ReferMediationForm,
        place=at_the_leg,
        opening=mediable,
        said="已登记委托调解，期限照常计算。",
        consequence=side_consequences.no_stop,
        icon="chat",
        topic=Topic.TOGETHER,
    ),
    Door(
        act=Act.RECORD_MEDIATION,
        action=agreement.record_mediation,
        form=agreeing_forms.RecordMediationForm,
        place=at_the_leg,
        opening=mediation_waits,
        icon="chat",
        topic=Topic.TOGETHER,
    ),
)
