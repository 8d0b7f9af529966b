"""The forms of practice: a note on a moment, and one intention."""

from __future__ import annotations

from django import forms


class NoteForm(forms.Form):
    """What I would do differently. `moment` is blank for the whole talk."""

    words = forms.CharField(max_length=4000, required=True)
    moment = forms.CharField(max_length=60, required=False)


class IntentionForm(forms.Form):
    """What I will do next time. `talk` is the talk it comes from, whose customer it is for; blank `customer` is all."""

    words = forms.CharField(max_length=500, required=True)
    talk = forms.CharField(max_length=40, required=False)
    customer = forms.CharField(max_length=40, required=False)
