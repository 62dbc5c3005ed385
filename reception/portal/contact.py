"""Whether what a petitioner wrote leads back to him: a code by SMS where there is a mobile phone, else a written question.

Never a condition of the registration (Art. 22): the case is there before anything is sent.
"""

import re
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from cases.models import Case
from kit.id_cards import phone_doubt
from kit.messages.queueing import queue_message
from kit.messages.words import Channel
from kit.reasons import Reason
from kit.sealed_fields import digest_of, digests_of
from law.errors import Refused
from organizations.outbox.recipients import outsider
from reception.models import ContactState, OnlineFiling
from reception.portal.limits import SMS_OF_A_PHONE, SMS_OF_AN_ADDRESS, within

CONTACT_CODE = Reason("portal.contact", "核对信访人联系方式")
MINUTES, MOST_TRIES = 10, 5
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9]\d{9})")


def begin(row: OnlineFiling, case: Case, phone: str) -> None:
    """Send a code to a mobile phone; where there is none, or it cannot be sent, the desk asks in writing."""
    mobile = _MOBILE.fullmatch(re.sub(r"[\s\-]", "", phone))
    # Asked in this order: what is refused by the first is not counted by the second.
    able = mobile and not phone_doubt(phone) and settings.MESSAGE_ADAPTERS.get(str(Channel.SMS))
    if not able or not within(SMS_OF_A_PHONE, digest_of(phone)) or not within(SMS_OF_AN_ADDRESS):
        row.state = ContactState.TO_ASK
        return
    code = f"{secrets.randbelow(1_000_000):06d}"
    row.state, row.code_digest = ContactState.SENT, digest_of(_joined(row, code))
    row.code_until = timezone.now() + timedelta(minutes=MINUTES)
    words = f"您正在向{case.unit.short_name}提交信访事项，核对码{code}，{MINUTES}分钟内有效。不是本人操作的，不必理会。"
    queue_message(Channel.SMS, CONTACT_CODE, outsider(mobile[1], at=case.unit), words) if mobile else None


def confirm(form: str, code: str) -> OnlineFiling:
    """Take the code that arrived by SMS; ``form``: the digest of the form's key.

    Raises Refused: not_found, contact_code_wrong, contact_code_over.
    """
    with transaction.atomic():
        row: OnlineFiling | None = (
            OnlineFiling.objects.for_its_holder().select_for_update(of=("self",)).filter(form=form).first()
        )
        if row is None:
            raise Refused("not_found", "没有这次登记。")
        if row.state != ContactState.SENT:
            return row
        if row.tries >= MOST_TRIES or row.code_until is None or row.code_until < timezone.now():
            raise Refused(
                "contact_code_over", "核对码已经过期或者试得太多。信访件已经登记，登记单位会用书面方式与您核对。"
            )
        right = row.code_digest in digests_of(_joined(row, re.sub(r"\D", "", code)))
        row.tries += 1
        row.state = ContactState.CONFIRMED if right else row.state
        row.save(update_fields=["tries", "state"])
        left = MOST_TRIES - row.tries
    if not right:
        raise Refused("contact_code_wrong", f"核对码不对，还可以试{left}次。信访件已经登记，不受影响。")
    return row


def _joined(row: OnlineFiling, code: str) -> str:
    return f"contact|{row.form}|{code}"
