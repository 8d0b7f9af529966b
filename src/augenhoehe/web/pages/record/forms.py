"""Forms of the record: the customer's decision, signs of success, planned checks."""

from __future__ import annotations

from datetime import date, timedelta

from django import forms

from augenhoehe.journey.record import Check, Decision, DecisionKind, SignOfSuccess
from augenhoehe.wording.saying import Voice

INTERVALS = (30, 90, 180, 365)
"""Days after which it is asked how it is going."""

SIGN_ROWS = 3
SPOKEN = {"rows": 2, "class": "spoken"}


class DecisionForm(forms.Form):
    """What the customer decided. Insisting needs the risk that was named: one a line."""

    kind = forms.ChoiceField(widget=forms.RadioSelect)
    words = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2, "class": "spoken"})
    )
    on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    offers = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    risks = forms.CharField(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: object, voice: Voice, offers: tuple[tuple[str, str], ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.voice = voice
        kind, taken = self.fields["kind"], self.fields["offers"]
        if isinstance(kind, forms.ChoiceField) and isinstance(taken, forms.MultipleChoiceField):
            kind.choices = [(each.value, voice.text(f"web.record.decision.{each.value}")) for each in DecisionKind]
            taken.choices = list(offers)
        kind.error_messages |= {"required": voice.text("web.record.decision.missing")}
        self.fields["on"].error_messages["invalid"] = voice.text("web.record.day.wrong")

    def clean_risks(self) -> tuple[str, ...]:
        """One risk a line; needed where the customer insisted."""
        risks = _lines(self.cleaned_data["risks"])
        if not risks and self.cleaned_data.get("kind") == DecisionKind.INSISTED:
            raise forms.ValidationError(self.voice.text("web.record.decision.risk_missing"))
        return risks

    def decision(self) -> Decision:
        """The decision as it was filled in."""
        said = self.cleaned_data
        return Decision(
            DecisionKind(said["kind"]), said["on"], said["words"].strip(), tuple(said["offers"]), said["risks"]
        )

    @staticmethod
    def start(decision: Decision | None, advised: tuple[str, ...], today: date) -> dict[str, object]:
        """What the form shows at first: the decision that stands, else what was advised, as of today."""
        if decision is None:
            return {"on": today, "offers": list(advised)}
        return {
            "kind": decision.kind.value,
            "words": decision.words,
            "on": decision.on,
            "offers": list(decision.offers),
            "risks": "\n".join(decision.risks_named),
        }


class SignForm(forms.Form):
    """One sign of success: the customer's words, how it is today, how it shall be."""

    words = forms.CharField(
        required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2, "class": "spoken"})
    )
    today = forms.CharField(required=False, max_length=200)
    hoped = forms.CharField(required=False, max_length=200)


SignForms = forms.formset_factory(SignForm, extra=0, max_num=20)


def signs_of(forms_: forms.BaseFormSet[SignForm]) -> tuple[SignOfSuccess, ...]:
    """The signs that were filled in; a row without words is none."""
    filled = (form.cleaned_data for form in forms_ if form.cleaned_data.get("words", "").strip())
    return tuple(SignOfSuccess(said["words"].strip(), said["today"].strip(), said["hoped"].strip()) for said in filled)


def sign_rows(signs: tuple[SignOfSuccess, ...]) -> list[dict[str, str]]:
    """The rows of the form: what stands, and empty ones up to three, at least one."""
    rows = [{"words": sign.words, "today": sign.today, "hoped": sign.hoped} for sign in signs]
    return rows + [{"words": "", "today": "", "hoped": ""}] * max(1, SIGN_ROWS - len(rows))


class CheckForm(forms.Form):
    """When to ask how it is going: after so many days from a day, for which offers."""

    since = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    after = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    offers = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: object, voice: Voice, offers: tuple[tuple[str, str], ...], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        after, chosen = self.fields["after"], self.fields["offers"]
        if isinstance(after, forms.MultipleChoiceField) and isinstance(chosen, forms.MultipleChoiceField):
            after.choices = [(str(days), voice.text("web.record.checks.after_days", days=days)) for days in INTERVALS]
            chosen.choices = list(offers)
        after.error_messages["required"] = voice.text("web.record.checks.after_missing")
        for wrong in ("required", "invalid"):
            self.fields["since"].error_messages[wrong] = voice.text("web.record.day.wrong")

    def checks(self) -> tuple[Check, ...]:
        """One check for each day and offer; without an offer one for the whole case."""
        said = self.cleaned_data
        return tuple(
            Check(said["since"] + timedelta(days=int(days)), offer)
            for days in said["after"]
            for offer in (said["offers"] or [""])
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" \t-–•") for line in text.splitlines() if line.strip(" \t-–•"))
