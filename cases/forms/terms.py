"""A term of a dictionary, picked by type-ahead; what is sent is its code."""

from typing import Any

from django import forms

from organizations.dictionaries import CONTENT
from organizations.models import Term
from organizations.today import today

TERMS = "data-terms"
# A select for browsers without scripts holds the upper levels; the picker asks the server for all.
_UPPER_LEVELS = 2


class TermField(forms.CharField):
    """The code of a term; whether there is such a term is for the action to say."""

    def __init__(self, *, dictionary: str = CONTENT, **kwargs: Any) -> None:
        self.dictionary = dictionary
        super().__init__(max_length=12, widget=forms.Select(attrs={TERMS: dictionary}), **kwargs)

    def offer(self, chosen: str) -> None:
        """Fill the choices with the upper levels and what is chosen, for the page that is drawn."""
        chosen = chosen.replace("\x00", "")
        rows = Term.objects.of(self.dictionary).valid_on(today())
        offered = list(rows.filter(level__lte=_UPPER_LEVELS).values_list("code", "path"))
        if chosen and chosen not in dict(offered):
            offered += list(Term.objects.of(self.dictionary).filter(code=chosen[:12]).values_list("code", "path"))
        self.widget.choices = [("", "请选择"), *offered]
