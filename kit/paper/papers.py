"""What a letter of any room is, as paper sees it."""

from datetime import date
from typing import Protocol


class Signing(Protocol):
    """Whoever issues a letter."""

    @property
    def name(self) -> str:
        """Return the full name."""


class Paper(Protocol):
    """A letter: what was fixed when it was made."""

    @property
    def title(self) -> str:
        """Return the word of its kind."""

    @property
    def kind(self) -> str:
        """Return the code of its kind."""

    @property
    def unit(self) -> Signing:
        """Return the unit that issued it."""

    @property
    def unit_id(self) -> int:
        """Return the key of that unit."""

    @property
    def number(self) -> str:
        """Return 机关代字〔年〕n号."""

    @property
    def content(self) -> str:
        """Return its words, a paragraph a line."""

    @property
    def issued_on(self) -> date:
        """Return its day."""

    @property
    def layout(self) -> int:
        """Return the version of the sheet it is drawn on."""

    @property
    def check_code(self) -> str:
        """Return the keyed digest in its QR code."""
