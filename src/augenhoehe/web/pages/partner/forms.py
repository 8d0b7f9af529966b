"""The form of the partner room: one line for a fact or an entry of the ledger."""

from __future__ import annotations

from datetime import date

from django import forms

from augenhoehe.keep.ledger import Entry
from augenhoehe.partner.facts import Fact
from augenhoehe.partner.noting import LONGEST, note
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.store.account import Account


class LineForm(forms.Form):
    """What happened, in one line; `day` is when it did, where the line does not say so itself."""

    line = forms.CharField(max_length=2 * LONGEST, required=False, strip=True)
    day = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: object, account: Account, today: date, entry_id: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.account, self.today, self.entry_id = account, today, entry_id
        self.made: Fact | Entry | None = None
        self.fields["line"].widget.attrs |= {"autocomplete": "off", "data-search": ""}
        self.fields["day"].error_messages["invalid"] = account.voice.text("web.partner.day.wrong")

    def clean_line(self) -> str:
        """The line, read: what is wrong with it is said at the field, and nothing typed is lost."""
        line = str(self.cleaned_data["line"])
        try:
            self.made = note(line, self.entry_id, self.today, self.account.language)
        except InputRefusedError as refused:
            raise forms.ValidationError(self.account.voice.say(refused.message)) from refused
        return line
