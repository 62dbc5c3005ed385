"""E-mail, by the SMTP server of EMAIL_URL; on the console where none is named."""

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage

from kit.messages.adapters import Adapter, Answer, Parcel
from kit.messages.words import Result, Why


class MailAdapter(Adapter):
    """Sends by Django's mail; every attempt at a message carries the same Message-ID, so that a second copy is known."""

    def send(self, parcel: Parcel) -> Answer:
        """Hand one letter to the server: 5xx is final, 4xx and a server that is away are for later."""
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
        subject = " ".join(parcel.subject.split()) or "信访系统通知"
        body = f"{parcel.text}\n\n{settings.XINFANG_SITE}{parcel.url}" if parcel.url else parcel.text
        headers = {"Message-ID": f"<outbox-{parcel.message}@{domain}>"}
        try:
            EmailMessage(subject, body, to=[parcel.address], headers=headers).send()
        except smtplib.SMTPRecipientsRefused as refused:
            return _answered(max((code for code, _ in refused.recipients.values()), default=550), Why.ADDRESS)
        except smtplib.SMTPResponseException as refused:
            return _answered(refused.smtp_code, Why.BLOCKED)
        except OSError:
            return Answer(Result.NOT_SENT, Why.UNREACHABLE, pause=True)
        except ValueError:  # a line break or no sign @ in the address
            return Answer(Result.REFUSED, Why.ADDRESS)
        return Answer(Result.ACCEPTED)


def _answered(code: int, why: Why) -> Answer:
    return Answer(Result.REFUSED, why) if code >= 500 else Answer(Result.NOT_SENT, Why.THROTTLED, pause=True)
