"""The form of a later look: what became of it, and in whose words."""

from __future__ import annotations

from django import forms

from augenhoehe.learn.checks import Use
from augenhoehe.wording.saying import Voice


class AnswerForm(forms.Form):
    """What the customer said. Unknown is an answer too."""

    use = forms.ChoiceField(widget=forms.RadioSelect)
    words = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3, "class": "spoken"})
    )
    asked_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, *args: object, voice: Voice, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        use = self.fields["use"]
        if isinstance(use, forms.ChoiceField):
            use.choices = [(each.value, voice.text(f"learn.use.{each.value}")) for each in Use]
        use.error_messages |= {"required": voice.text("web.checks.use.missing")}
        for key in ("required", "invalid"):
            self.fields["asked_on"].error_messages[key] = voice.text("web.checks.day.wrong")
