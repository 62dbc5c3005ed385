"""What both doors of the mail book do with its lines."""

from datetime import date

from cases.actions.mailings import Doing, Entered, Mailing, enter_mailings, receiving, returning, sending
from cases.importing.mailings import Mailed, MailLine
from cases.models import Document
from cases.reading.mailed_letters import assert_mails, is_opinion_of, letter_named, letter_on_its_way
from organizations.models import Staff


def mail(what: Mailed, lines: list[MailLine], *, by: Staff, on: date, dry: bool = False) -> list[Entered]:
    """Enter lines, or with ``dry`` only say what would come of each. Raises Refused not_permitted."""
    assert_mails(by)
    return enter_mailings([_mailing(what, line, by) for line in lines], by=by, on=on, dry=dry)


def _mailing(what: Mailed, line: MailLine, by: Staff) -> Mailing:
    def find() -> Document:
        return letter_named(by, line.letter) if what is Mailed.SENT else letter_on_its_way(by, line.letter)

    def act(letter: Document) -> Doing:
        opinion = is_opinion_of(letter)
        if what is Mailed.SENT:
            return sending(letter, mail_number=line.words, sent_on=line.day, opinion=opinion)
        if what is Mailed.RECEIVED:
            return receiving(line.day, line.words, opinion=opinion)
        return returning(letter, line.day, line.words)

    return Mailing(line.number, find, act)
