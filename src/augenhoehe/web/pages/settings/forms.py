"""The form of the settings."""

from __future__ import annotations

from django import forms

from augenhoehe.store.account import THEMES
from augenhoehe.wording.saying import LANGUAGES, Address, Voice

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}
"""Each language in its own words."""


class SettingsForm(forms.Form):
    """Name, language, address and theme."""

    name = forms.CharField(max_length=200)
    language = forms.ChoiceField(widget=forms.RadioSelect)
    address = forms.ChoiceField(widget=forms.RadioSelect)
    theme = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, *args: object, voice: Voice, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["name"].error_messages["required"] = voice.text("web.name.missing")
        for field, choices in (
            ("language", [(one, LANGUAGE_NAMES[one]) for one in LANGUAGES]),
            ("address", [(str(one), voice.text(f"web.settings.address.{one}")) for one in Address]),
            ("theme", [(one, voice.text(f"web.theme.{one}")) for one in THEMES]),
        ):
            asked = self.fields[field]
            assert isinstance(asked, forms.ChoiceField)
            asked.choices = choices
