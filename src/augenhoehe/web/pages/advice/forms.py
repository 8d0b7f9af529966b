"""The form of the terms: budget, worth of a need, seats, own hours, and what is set about single offers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from django import forms

from augenhoehe.advise.catalogue.building import as_number
from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.wants import Wants
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Voice

LARGEST = Decimal(10) ** 9
SETTINGS = ("free", "take", "leave", "owned")
"""What can be set about an offer: nothing, it must come along, it must not, it is there already."""


class TermsForm(forms.Form):
    """What a person sets before advice is asked for; blank means as the conversation and the catalogue say."""

    budget = forms.CharField(required=False, max_length=40)
    full_need = forms.CharField(required=False, max_length=40)
    seats = forms.IntegerField(required=False, min_value=1, max_value=100_000)
    hours = forms.CharField(required=False, max_length=40)

    def __init__(self, *args: object, voice: Voice, catalogue: Catalogue, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.voice, self.catalogue = voice, catalogue
        for wrong in ("invalid", "min_value", "max_value"):
            self.fields["seats"].error_messages[wrong] = voice.text("web.advise.terms.no_number")

    def clean_budget(self) -> Decimal | None:
        """The budget as a number."""
        return self._number("budget")

    def clean_full_need(self) -> Decimal | None:
        """The worth of a full need as a number."""
        return self._number("full_need")

    def clean_hours(self) -> Decimal | None:
        """The own hours as a number."""
        return self._number("hours")

    def _number(self, name: str) -> Decimal | None:
        """An amount, None for a blank field."""
        text = str(self.cleaned_data[name]).strip()
        if not text:
            return None
        number = amount_in(text, self.voice.language)
        if number is None:
            raise forms.ValidationError(self.voice.text("web.advise.terms.no_number"))
        return number

    def money(self, name: str) -> Money | None:
        """A filled-in amount in the catalogue's currency."""
        amount = self.cleaned_data[name]
        return None if amount is None else self.catalogue.money(amount)

    def under(self, held: Wants) -> Wants:
        """What is held, with the terms as they were filled in; what is set about offers comes from "set-<offer>"."""
        chosen = {
            setting: tuple(o.id for o in self.catalogue.offers if self._set(o.id) == setting) for setting in SETTINGS
        }
        return replace(
            held,
            budget=self.money("budget"),
            full_need=self.money("full_need"),
            seats=self.cleaned_data["seats"],
            hours=self.cleaned_data["hours"],
            must_take=chosen["take"],
            must_leave=chosen["leave"],
            owned=chosen["owned"],
        )

    def _set(self, offer: str) -> str:
        return str(self.data.get(f"set-{offer}", "free"))


def amount_in(words: str, language: str) -> Decimal | None:
    """An amount as people of this language write it (in German a lone point parts thousands); None for what is none."""
    text = words.strip()
    parts = text.split(".")
    if language == "de" and "," not in text and len(parts) > 1 and all(len(part) == 3 for part in parts[1:]):
        text = text.replace(".", "")
    elif language == "en" and "." not in text:
        text = text.replace(",", "")
    number = as_number(text)
    return number.quantize(Decimal("0.01")) if number is not None and 0 <= number <= LARGEST else None


def start(wants: Wants, voice: Voice) -> dict[str, object]:
    """What the form shows at first."""

    def written(amount: Decimal | None) -> str:
        return "" if amount is None else voice.number(amount)

    return {
        "budget": written(wants.budget.amount if wants.budget else None),
        "full_need": written(wants.full_need.amount if wants.full_need else None),
        "seats": wants.seats,
        "hours": written(wants.hours),
    }


def setting_of(wants: Wants, offer: str) -> str:
    """What is set about an offer."""
    for setting, offers in (("take", wants.must_take), ("leave", wants.must_leave), ("owned", wants.owned)):
        if offer in offers:
            return setting
    return "free"
