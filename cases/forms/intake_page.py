"""The intake form as the page shows it: the same fields as every door, with a request key and files."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from cases.forms.intake import IntakeForm
from cases.forms.rows import RowsField
from cases.forms.terms import TermField
from cases.forms.unit_choices import offer_units
from cases.forms.upload import FilesField
from law.vocabulary import Channel

SOURCE = "desk"
# Chosen or made anew for each sending.
_BESIDE = ("attachments", "matter_of", "category_suggested")
_OF_THE_MOMENT = ("key", *_BESIDE)
# A superior that is a unit of this house is found by its name.
_NOT_HERE = ("seen", "leg_id", "hand_off_id", "superior", "source", "external_number")
# What a page of one channel asks besides: no part of what is registered, and kept with a draft.
OF_THE_PAGE = "page_"
OF_PAGE = "page_of"
_UNREADABLE = "\ufffd"
UNREADABLE_WORDS = "内容里有无法识别的字符（�），多半是编码不对（应为UTF-8）。请找到这些字符，改正后再登记。"


class ChannelInput(forms.RadioSelect):
    """The channels side by side; the chosen one has the focus, so that the page begins under the keyboard."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Give the chosen option the focus."""
        option = super().create_option(*args, **kwargs)
        if option["selected"]:
            option["attrs"]["autofocus"] = True
        return option


class IntakePageForm(IntakeForm):
    """登记. ``key`` makes a second press of the same form the same registration.

    ``matter_of``: the number of a case that was hinted at, whose matter this one is of; no part of what is registered.
    ``category_suggested``: the code of a hint that was taken; what was chosen in the form itself comes before it.
    """

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    matter_of = forms.CharField(required=False, max_length=40)
    category_suggested = forms.CharField(required=False, max_length=12)
    attachments = FilesField(label="附件", help_text="扫描件、照片、文档，每个不超过20MB，最多10个；附件不随草稿保存。")

    def prepare(self) -> None:
        """Show the channels side by side; leave out what only programs send."""
        super().prepare()
        for name in _NOT_HERE:
            del self.fields[name]
        # Sent back, the first field that is wrong has the focus.
        self.fields["channel"].widget = (forms.RadioSelect if self.is_bound else ChannelInput)(
            choices=Channel.choices()
        )
        offer_units(self["place"], self.by, "place")
        terms = self.fields["category_code"]
        if isinstance(terms, TermField):
            terms.offer(str(self["category_code"].value() or ""))

    def clean(self) -> dict[str, Any]:
        """Refuse text that was decoded with the wrong encoding: what a citizen wrote must not be registered as �."""
        cleaned = super().clean() or self.cleaned_data
        if any(_UNREADABLE in value for values in _lists(self.data).values() for value in values):
            raise ValidationError(UNREADABLE_WORDS, code="encoding")
        return cleaned

    def arguments(self) -> dict[str, Any]:
        """Return the keyword arguments of `register`; the key stands as the number of this source."""
        typed = super().arguments()
        suggested = typed.get("category_suggested", "")
        for name in [name for name in typed if name in _BESIDE or name.startswith(OF_THE_PAGE)]:
            del typed[name]
        if suggested:
            typed.setdefault("category_code", suggested)
        key = key_from(typed.pop("key", "")) or uuid4()
        return {**typed, "source": SOURCE, "external_number": str(key)}


def key_from(text: str | None) -> UUID | None:
    """Return a request key as it came from an address or a form, None where it is none of ours."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


def typed_in(data: QueryDict) -> dict[str, list[str]]:
    """Return what was typed into the fields of this form, and nothing else: the content of a draft."""
    wanted = set()
    for name, field in IntakePageForm.base_fields.items():
        if isinstance(field, RowsField):
            wanted |= {f"{name}-{column}" for column in field.columns}
        elif name not in (*_NOT_HERE, *_OF_THE_MOMENT):
            wanted.add(name)
    wanted |= {name for name in data if name.startswith(OF_THE_PAGE)}
    return {name: [v.replace("\x00", "") for v in values] for name, values in _lists(data).items() if name in wanted}


def initial_from(saved: dict[str, list[str]]) -> dict[str, Any]:
    """Return a draft as the initial values of the form, however unfinished it is."""
    data = QueryDict(mutable=True)
    for name, values in saved.items():
        data.setlist(name, values)
    found: dict[str, Any] = {
        name: values[-1] for name, values in saved.items() if name.startswith(OF_THE_PAGE) and values
    }
    for name, field in IntakePageForm.base_fields.items():
        value = field.widget.value_from_datadict(data, {}, name)
        if value not in (None, "", []) and name not in _OF_THE_MOMENT:
            found[name] = value
    return found


def _lists(data: Any) -> dict[str, list[str]]:
    return dict(data.lists()) if isinstance(data, QueryDict) else {}
