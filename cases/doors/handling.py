"""Acts of the unit that answers: in-tray, investigation, answer, sign-off."""

from cases.actions import answering, duties, in_tray, investigation, side_exits
from cases.doors import consequences
from cases.forms import exits as exits_forms
from cases.forms import following as following_forms
from cases.forms import handling as handling_forms
from cases.openings import exits
from cases.openings.handling import issuable, submittable, takeable, unopened
from cases.places.acting_units import at_the_leg
from cases.record.audiences import the_handler, who_can
from kit.doors import Door, Topic
from law.vocabulary import Act

HANDLING: tuple[Door, ...] = (
    Door(
        act=Act.OPEN,
        action=in_tray.open_in_tray,
        form=handling_forms.OpenForm,
        place=at_the_leg,
        opening=unopened,
        said="已签收。",
        icon="inbox",
        turn=5,
    ),
    Door(
        act=Act.ACCEPT,
        action=in_tray.accept,
        form=handling_forms.AcceptForm,
        place=at_the_leg,
        told=who_can(Act.TAKE),
        said="已受理，受理告知书已生成；发出后请“送达告知书”。",
        consequence=consequences.accepting,
        icon="ok",
        turn=6,
    ),
    Door(
        act=Act.TAKE,
        action=in_tray.take,
        form=handling_forms.TakeForm,
        place=at_the_leg,
        opening=takeable,
        told=the_handler,
        said="承办人已确定。",
        icon="person",
        turn=8,
    ),
    Door(
        act=Act.RECORD_INQUIRY,
        action=investigation.record_inquiry,
        form=handling_forms.RecordInquiryForm,
        place=at_the_leg,
        icon="eye",
        turn=21,
    ),
    Door(
        act=Act.ANSWER,
        action=answering.answer,
        form=handling_forms.AnswerForm,
        place=at_the_leg,
        said="答复已保存；各项都答复后即可送审。",
        icon="pen",
        turn=22,
        wide=True,
    ),
    Door(
        act=Act.SUBMIT,
        action=answering.submit,
        form=handling_forms.SubmitForm,
        place=at_the_leg,
        opening=submittable,
        told=who_can(Act.ISSUE),
        said="已送审，等候负责人签发。",
        icon="up",
        turn=23,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.SEND_BACK,
        action=answering.send_back,
        form=handling_forms.SendBackForm,
        place=at_the_leg,
        told=the_handler,
        said="已退回承办人修改，期限照常计算。",
        icon="return",
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.ISSUE,
        action=answering.issue,
        form=handling_forms.IssueForm,
        place=at_the_leg,
        opening=issuable,
        told=the_handler,
        said="已签发，处理意见书已生成，请及时送达。",
        consequence=consequences.issuing,
        icon="seal",
        turn=9,
        wide=True,
        reads=True,
    ),
    Door(
        act=Act.ASSESS_RISK,
        action=duties.assess_risk,
        form=following_forms.AssessRiskForm,
        place=at_the_leg,
        icon="alert",
    ),
    Door(
        act=Act.CHECK_DUTIES,
        action=duties.check_duties,
        form=following_forms.CheckDutiesForm,
        place=at_the_leg,
        icon="check",
        topic=Topic.END,
    ),
    Door(
        act=Act.NOT_ACCEPT,
        action=side_exits.not_accept,
        form=exits_forms.NotAcceptForm,
        place=at_the_leg,
        opening=exits.unaccepted,
        told=who_can(Act.NOTIFY),
        said="已决定不予受理，告知书已生成；发出后请“送达告知书”。",
        consequence=consequences.leaving,
        icon="ban",
        topic=Topic.WHERE,
    ),
    Door(
        act=Act.DIVERT,
        action=side_exits.divert,
        form=exits_forms.DivertForm,
        place=at_the_leg,
        opening=exits.divertible,
        told=who_can(Act.NOTIFY),
        said="已导入法定途径，告知书已生成；发出后请“送达告知书”。",
        consequence=consequences.leaving,
        icon="split",
        topic=Topic.WHERE,
    ),
)
