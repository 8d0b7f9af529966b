"""The forms of promises: one line for a new one, one for a new date."""

from __future__ import annotations

from datetime import date

from django import forms

from augenhoehe.keep.due import resolve
from augenhoehe.keep.noting import LONGEST, note
from augenhoehe.keep.promises import Due, Promise, PromiseState
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.account import Account

SETTLING = (
    PromiseState.KEPT,
    PromiseState.RENEGOTIATED,
    PromiseState.BROKEN,
    PromiseState.WITHDRAWN,
    PromiseState.OPEN,
)


class LineForm(forms.Form):
    """A promise in one line; where the page is not that of one case, the case is chosen."""

    line = forms.CharField(max_length=2 * LONGEST, required=False, strip=True)
    case = forms.ChoiceField(required=True)

    def __init__(
        self, *args: object, account: Account, today: date, cases: list[tuple[str, str]], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.account, self.today = account, today
        self.promise: Promise | None = None
        choice = self.fields["case"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = cases
        self.fields["line"].widget.attrs |= {"autocomplete": "off", "data-search": ""}

    def clean_line(self) -> str:
        """The line, read: what is wrong with it is said at the field, and nothing typed is lost."""
        line = str(self.cleaned_data["line"])
        try:
            self.promise = note(line, "new", self.today, self.account.language, us=(self.account.name,))
        except InputRefusedError as refused:
            raise forms.ValidationError(self.account.voice.say(refused.message)) from refused
        return line


class SettleForm(forms.Form):
    """What became of a promise; a newly agreed one takes the words of its new date."""

    state = forms.ChoiceField(choices=[(state.value, state.value) for state in SETTLING])
    due = forms.CharField(max_length=200, required=False)

    def new_due(self, today: date, language: str) -> Due | None:
        """The newly agreed date, None where the line is blank."""
        words = str(self.cleaned_data["due"]).strip()
        return resolve(words, today, language) if words else None
