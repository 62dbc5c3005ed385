"""What the pages of registration add to the room."""

from law.vocabulary import Channel

__all__ = ["INTAKES"]

INTAKES = {Channel.LETTER.value: "reception:letter_new", Channel.FAX.value: "reception:fax_new"}
