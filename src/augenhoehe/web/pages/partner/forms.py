"""The form of the partner room: one line for a fact or an entry of the ledger, and the case an entry belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from augenhoehe.keep.ledger import Entry
from augenhoehe.partner.facts import Fact
from augenhoehe.partner.noting import LONGEST, note
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.account import Account


class LineForm(forms.Form):
    """What happened, in one line; `day` is when it did, where the line does not say so itself.

    A fact belongs to the customer, an entry of the ledger to one of their open cases: the only one, or the one chosen.
    """

    line = forms.CharField(max_length=2 * LONGEST, required=False, strip=True)
    day = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    case = forms.ChoiceField(required=False)

    def __init__(
        self,
        *args: object,
        account: Account,
        today: date,
        entry_id: str,
        cases: Sequence[tuple[str, str]],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.account, self.today, self.entry_id = account, today, entry_id
        self.cases = cases
        self.made: Fact | Entry | None = None
        self.fields["line"].widget.attrs |= {"autocomplete": "off", "data-search": ""}
        self.fields["day"].error_messages["invalid"] = account.voice.text("web.partner.day.wrong")
        choice = self.fields["case"]
        if isinstance(choice, forms.ChoiceField):
            choice.choices = [("", account.voice.text("web.partner.case.none")), *cases]
            choice.error_messages["invalid_choice"] = account.voice.text("web.partner.case.which")

    def clean_line(self) -> str:
        """The line, read: what is wrong with it is said at the field, and nothing typed is lost."""
        line = str(self.cleaned_data["line"])
        try:
            self.made = note(line, self.entry_id, self.today, self.account.language)
        except InputRefusedError as refused:
            raise forms.ValidationError(self.account.voice.say(refused.message)) from refused
        return line

    def clean(self) -> dict[str, Any]:
        """What was entered; an entry of the ledger is never put into a case that nobody named."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not isinstance(self.made, Entry) or said.get("case") or "case" in self.errors:
            return said
        if len(self.cases) == 1:
            said["case"] = self.cases[0][0]
        else:
            place, key = ("case", "web.partner.case.which") if self.cases else ("line", "web.partner.no_case")
            self.add_error(place, self.account.voice.text(key))
        return said
