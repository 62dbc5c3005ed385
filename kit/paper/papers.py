"""What a letter of any room is, as paper sees it."""

from datetime import date
from typing import Protocol


class Paper(Protocol):
    """A letter: what was fixed when it was made."""

    @property
    def title(self) -> str:
        """Return what it is, and what about."""

    @property
    def kind(self) -> str:
        """Return the code of its kind."""

    @property
    def letterhead(self) -> str:
        """Return the legal name of the unit that issued it."""

    @property
    def signed_by(self) -> str:
        """Return what stands above its date; "" where it is signed by hand."""

    @property
    def contact_line(self) -> str:
        """Return whom to ask about it, and where; "" where that was not kept."""

    @property
    def red_headed(self) -> bool:
        """Tell whether it goes out under the red head of its unit."""

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
