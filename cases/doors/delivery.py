"""Acts on letters: served, received, returned, waived, corrected, scanned."""

from cases.actions import corrections, delivery, files, service
from cases.doors import service_consequences
from cases.forms import delivery as delivery_forms
from cases.forms import ending as ending_forms
from cases.forms import files as files_forms
from cases.forms import serving as serving_forms
from cases.openings import delivery as delivery_openings
from cases.openings import letters
from cases.places.acting_units import at_the_leg, where_it_is, where_letters_are_made, where_notices_are_sent
from cases.record.audiences import who_sends_again
from kit.doors import Door, Topic
from law.vocabulary import Act

DELIVERY: tuple[Door, ...] = (
    Door(
        act=Act.NOTIFY,
        facts=("document", "method", "sent_on", "met"),
        action=service.notify,
        form=serving_forms.NotifyForm,
        place=where_notices_are_sent,
        opening=delivery_openings.notifiable,
        said="已登记送达。",
        consequence=service_consequences.notifying,
        icon="letter",
        topic=Topic.LETTERS,
        turn=7,
    ),
    Door(
        act=Act.SERVE,
        facts=("document", "method", "sent_on", "met", "answered_before"),
        action=service.serve,
        form=serving_forms.ServeForm,
        place=where_it_is,
        opening=delivery_openings.servable,
        said="已登记送达。",
        consequence=service_consequences.serving,
        icon="letter",
        topic=Topic.LETTERS,
        turn=14,
    ),
    Door(
        act=Act.RECORD_RECEIPT,
        facts=("document", "received_on"),
        action=service.record_receipt,
        form=serving_forms.RecordReceiptForm,
        place=where_it_is,
        opening=delivery_openings.receivable,
        said="已登记收到日期，信访人申请复查的三十日开始计算。",
        consequence=service_consequences.receiving,
        icon="letter",
        topic=Topic.LETTERS,
        turn=15,
    ),
    Door(
        act=Act.RECORD_RETURN,
        facts=("document", "returned_on"),
        action=delivery.record_return,
        form=delivery_forms.RecordReturnForm,
        place=where_notices_are_sent,
        opening=delivery_openings.returnable,
        told=who_sends_again,
        said="已登记退件，承办人会收到提醒；请换一种方式重新送达。",
        icon="return",
        topic=Topic.LETTERS,
    ),
    Door(
        act=Act.WAIVE_NOTICE,
        action=delivery.waive_notice,
        form=delivery_forms.WaiveNoticeForm,
        place=at_the_leg,
        opening=delivery_openings.waivable,
        said="已免予书面告知，理由留在办理链上。",
        icon="ban",
        topic=Topic.LETTERS,
    ),
    Door(
        act=Act.CORRECT_LETTER,
        facts=("corrects", "document"),
        action=corrections.correct_letter,
        form=ending_forms.CorrectLetterForm,
        place=where_letters_are_made,
        opening=letters.correctable,
        said="更正单已生成，原文书保持不变。",
        icon="pen",
        topic=Topic.LETTERS,
    ),
    Door(
        act=Act.ATTACH_SCAN,
        facts=("document", "sm3"),
        action=files.attach_scan,
        form=files_forms.AttachScanForm,
        place=where_letters_are_made,
        opening=letters.scannable,
        said="扫描件已附上，摘要已记入办理链。",
        icon="seal",
        topic=Topic.LETTERS,
    ),
)
