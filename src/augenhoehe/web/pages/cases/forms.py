"""The form of a case: three fields, one of them needed."""

from __future__ import annotations

from django import forms

from augenhoehe.wording.saying import Voice


class CaseForm(forms.Form):
    """What it is about, for whom, and why now."""

    title = forms.CharField(max_length=200)
    customer = forms.CharField(max_length=200, required=False)
    occasion = forms.CharField(max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: object, voice: Voice, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["title"].error_messages["required"] = voice.text("web.cases.field.missing")
