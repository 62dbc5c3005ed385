"""The number that another system gave a petition: at one desk it stands for one case, as far as the sender may know."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import F

from cases.actions.inputs import DemandInput, FromAbove, PartyInput, RespondentInput
from cases.models import Case
from cases.sight.querysets import CaseQuerySet
from kit.sealed_fields import keyring
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff, Unit
from vault.digests import keyed, sm3


@dataclass(frozen=True)
class ExternalNumber:
    """A number as one person sends it to one desk, with the content and the fingerprint of all that came with it.

    ``by`` None: a petitioner himself, who has made what nobody else has, and may see nothing besides.
    """

    desk: Unit
    by: Staff | None
    source: str
    number: str
    content: str
    sent: str

    def known(self) -> Case | None:
        """Return the case that the same sending has become already, of those the sender has made or may see.

        What is out of his sight is to him as if it were not there. Raises Refused: external_number_taken.
        """
        if not self.number:
            return None
        found = [*self._here().filter(registered_by=self.by)]
        found += self._here().visible_to(self.by) if self.by else ()
        same = next((case for case in found if is_same(case, self.sent, self.content)), None)
        if found and same is None:
            raise Refused(
                "external_number_taken",
                f"来源“{self.source}”的编号“{self.number}”已经登记为{found[0].number}，内容与这次提交的不同，这次没有登记。"
                "是同一件的，请更正原件；是另一件的，请换一个编号再提交。",
                "第二十二条",
            )
        return same

    def release_hidden(self) -> None:
        """Take the number from the cases at this desk that the sender must know nothing of (Art. 30): his own will hold it."""
        if self.number and self.by:
            seen = self._here().visible_to(self.by).order_by().values("pk")
            hidden = self._here().filter(number_given_up=0).exclude(registered_by=self.by).exclude(pk__in=seen)
            hidden.update(number_given_up=F("pk"))

    def _here(self) -> CaseQuerySet[Case]:
        return Case.objects.filter(source=self.source, external_number=self.number, unit=self.desk)


def fingerprint(
    *,
    channel: Channel,
    received_on: date,
    content: str,
    subject: str = "",
    parties: Sequence[PartyInput] = (),
    demands: Sequence[DemandInput] = (),
    respondents: Sequence[RespondentInput] = (),
    location: str = "",
    category: str = "",
    category_code: str = "",
    place: Unit | None = None,
    petitioner_count: int = 1,
    anonymous: bool = False,
    urgent: bool = False,
    collection: int | None = None,
    from_above: FromAbove | None = None,
) -> str:
    """Return the digest of everything that was sent with a number; not for the database as it is (see `stored`)."""
    words = [str(channel), received_on.isoformat(), content.strip(), subject.strip(), location, category]
    facts: list[Any] = [petitioner_count, anonymous, urgent, collection]
    # What was sent before these fields were has the fingerprint that it had.
    facts += [category_code, place.pk if place else None] if category_code or place else []
    facts += from_above.said if from_above else []
    rows = [[asdict(row) for row in each] for each in (parties, demands, respondents)]
    return sm3(json.dumps([words, facts, rows], sort_keys=True, ensure_ascii=False, default=str).encode())


def stored(sent: str) -> str:
    """Return a fingerprint as the case keeps it: keyed, because names and phone numbers are in it, with the key's name."""
    key = keyring().current
    return f"{key.id}.{keyed(sent, key=key)}"


def is_same(case: Case, sent: str, content: str) -> bool:
    """Tell whether a case was made from the same sending; without a digest, or its key, the words of the petition decide."""
    same = is_stored(case.external_digest, sent)
    return case.content == content if same is None else same


def is_stored(kept: str, sent: str) -> bool | None:
    """Tell whether a fingerprint was kept as this (see `stored`); None where nothing was, or its key is gone."""
    generation, _, digest = kept.partition(".")
    key = keyring().keys.get(generation)
    return digest == keyed(sent, key=key) if key else None
