"""The forms of registration of one channel: the fields of every channel, in the order in which that channel is typed."""

from typing import Any, ClassVar

from django import forms

from cases.forms.intake_page import IntakePageForm
from cases.models.party import PartyRole
from law.vocabulary import Channel

_OF_AGENTS = ("mandate", "mandate_until")
_OF_PAPERS = ("id_type", "id_number")
# What these want is said behind their labels: a page for typing has no room for a line below each.
_SAID_BESIDE = ("content", "subject", "location")
_FOLDED = {
    "opens_superior": ("superior_name", "superior_number", "superior_dated_on", "superior_report_by"),
    "opens_demands": ("demands", "respondents"),
    "opens_more": ("category", "collection"),
}


class ChannelPageForm(IntakePageForm):
    """登记一种形式的信访件: what is seldom asked for stays folded until somebody asks for it, or has filled it in."""

    of: ClassVar[Channel]

    def prepare(self) -> None:
        """The channel is the page's, the text has the focus."""
        super().prepare()
        self.fields["channel"].widget = forms.HiddenInput()
        self.fields["channel"].required = False
        for name in _SAID_BESIDE:
            self.fields[name].help_text = ""
        if not self.is_bound:
            self.fields["content"].widget.attrs["autofocus"] = True

    def clean_channel(self) -> Channel:
        """Return the channel of the page, whatever was sent."""
        return self.of

    @property
    def asks_joint(self) -> bool:
        """Tell whether several people petition, so far as is typed."""
        rows, count = self._people(), str(self["petitioner_count"].value() or "")
        return len(rows) > 1 or count not in ("", "0", "1") or self._role(PartyRole.REPRESENTATIVE)

    @property
    def asks_agent(self) -> bool:
        """Tell whether an agent is there, so far as is typed."""
        return self._role(PartyRole.AGENT) or self._filled(_OF_AGENTS)

    @property
    def asks_papers(self) -> bool:
        """Tell whether papers were shown, so far as is typed."""
        return self._filled(_OF_PAPERS)

    @property
    def folds(self) -> dict[str, bool]:
        """Return which folded parts are open: whatever holds something, or is wrong."""
        return {fold: any(self[name].value() or self[name].errors for name in names) for fold, names in _FOLDED.items()}

    def _people(self) -> list[dict[str, Any]]:
        typed = self["parties"].value()
        return typed if isinstance(typed, list) else []

    def _filled(self, columns: tuple[str, ...]) -> bool:
        return any(row.get(column) for row in self._people() for column in columns)

    def _role(self, role: PartyRole) -> bool:
        return any(row.get("role") == role for row in self._people())


class LetterForm(ChannelPageForm):
    """登记来信. ``page_envelope``: the envelope of the opening register that the letter came in."""

    of = Channel.LETTER
    page_envelope = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class FaxForm(ChannelPageForm):
    """登记传真."""

    of = Channel.FAX
