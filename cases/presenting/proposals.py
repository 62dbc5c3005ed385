"""What was proposed, shown to whoever decides on it."""

from cases.openings.approval import waiting_proposals
from cases.reading.case_file import CaseFile
from law.vocabulary import Act

PROPOSAL_READING = (Act.APPROVE_PROPOSAL, Act.RETURN_PROPOSAL, Act.WITHDRAW_PROPOSAL, Act.RECORD_PAPER)


def proposals_said(file: CaseFile) -> list[dict[str, str]]:
    """Return [{title, text}] of the proposals that wait, with the reason that goes into the letter."""
    return [
        {"title": f"{each.by.name}拟{each.said}", "text": f"{each.text}\n写入文书的理由：{each.reason}"}
        for each in waiting_proposals(file.case)
    ]
