"""The steps of a note as both doors take them: text becomes types here, the rest is the action's."""

from collections.abc import Callable
from typing import Any

from django import forms

from cases.forms.upload import FilesField
from law.errors import Refused
from law.vocabulary import ServiceMethod
from organizations.models import Staff
from organizations.papers.serving import Serving
from tests.toy_room.models import ToyNote
from tests.toy_room.notes import answer_note, close_note, remind, serve_reminder


class RemindForm(forms.Form):
    """印发督办函."""

    text = forms.CharField(required=False)


class AnswerForm(forms.Form):
    """回复."""

    text = forms.CharField(max_length=200)
    seen = forms.IntegerField(required=False)
    files = FilesField()


class ServeForm(forms.Form):
    """送达."""

    letter = forms.IntegerField()
    method = forms.TypedChoiceField(choices=ServiceMethod.choices(), coerce=ServiceMethod)
    receiver = forms.CharField(required=False)
    scans = FilesField()

    def clean(self) -> dict[str, Any]:
        """Put how it was served into one value."""
        typed = super().clean() or {}
        how = Serving(method=typed["method"], receiver=typed["receiver"])
        return {"letter": typed["letter"], "scans": typed["scans"], "how": how}


STEPS: dict[str, tuple[type[forms.Form], Callable[..., ToyNote]]] = {
    "remind": (RemindForm, remind),
    "serve": (ServeForm, serve_reminder),
    "answer": (AnswerForm, answer_note),
    "close": (forms.Form, close_note),
}


def note_of(staff: Staff, note_id: int) -> ToyNote:
    """Return a note that this person may read. Raises Refused not_found."""
    found: ToyNote | None = ToyNote.objects.readable_by(staff).filter(pk=note_id).first()
    if found is None:
        raise Refused("not_found", "没有这份便函，或者不在您的查看范围内。")
    return found


def take(staff: Staff, note_id: int, step: str, data: Any, files: Any = None) -> ToyNote:
    """Take a step. Raises Refused: not_found, input_invalid, and as the step does."""
    note = note_of(staff, note_id)
    if step not in STEPS:
        raise Refused("not_found", "没有这一步。")
    form_class, action = STEPS[step]
    form = form_class(data, files)
    if not form.is_valid():
        raise Refused("input_invalid", f"这些栏目不对：{'、'.join(form.errors)}。")
    taken: ToyNote = action(note, **form.cleaned_data, by=staff)
    return taken
