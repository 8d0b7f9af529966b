"""The forms of practice: a note on a moment, and one intention."""

from __future__ import annotations

from django import forms


class NoteForm(forms.Form):
    """What I would do differently. `moment` is blank for the whole talk."""

    words = forms.CharField(max_length=4000, required=True)
    moment = forms.CharField(max_length=60, required=False)


class IntentionForm(forms.Form):
    """What I will do next time."""

    words = forms.CharField(max_length=500, required=True)
