"""Who speaks in a form that one person fills in: himself, or an agent or guardian for somebody else."""

from collections.abc import Mapping
from typing import Any

from cases.actions.inputs import PartyInput
from cases.models.party import PartyRole
from law.words import Word


class FiledAs(Word):
    """Who fills the form in, or comes."""

    HIMSELF = "himself", "本人"
    AGENT = "agent", "受委托的代理人"
    GUARDIAN = "guardian", "监护人（法定代理人）"


def people_of(typed: Mapping[str, Any]) -> list[PartyInput]:
    """Return the people of a form, who speaks first: himself, or the agent with his mandate and then whom he speaks for."""
    own = {name: typed[name].strip() for name in ("name", "phone", "address", "id_number")}
    if typed["filed_as"] is FiledAs.HIMSELF:
        return [PartyInput(**own)]
    said = typed["mandate"].strip()
    mandate = f"监护人：{said}" if typed["filed_as"] is FiledAs.GUARDIAN else said
    principal = PartyInput(
        typed["principal"].strip(), phone=typed["principal_phone"].strip(), address=typed["principal_address"].strip()
    )
    return [PartyInput(role=PartyRole.AGENT, mandate=mandate[:200], **own), principal]
