"""Forms of the catalogue: one offer, and what the columns of a foreign table mean."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from django import forms

from augenhoehe.advise.catalogue.building import LARGEST
from augenhoehe.advise.catalogue.offers import QUALITIES, Catalogue, Offer
from augenhoehe.wording.saying import Voice

DAY = {"type": "date"}


class OfferForm(forms.Form):
    """One offer of a catalogue. What the form does not show (tiers, bundles, variants) stays as the file has it."""

    id = forms.CharField(max_length=100)
    title = forms.CharField(max_length=200)
    title_en = forms.CharField(max_length=200, required=False)
    price = forms.DecimalField(min_value=0, max_value=LARGEST, decimal_places=2, required=False, localize=True)
    requires = forms.MultipleChoiceField(required=False)
    drawback = forms.CharField(max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    valid_from = forms.DateField(required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    valid_until = forms.DateField(required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))

    def __init__(
        self, *args: object, catalogue: Catalogue, offer: Offer | None, voice: Voice, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.catalogue, self.offer, self.voice = catalogue, offer, voice
        requires = self.fields["requires"]
        assert isinstance(requires, forms.MultipleChoiceField)
        requires.choices = [
            (one.id, one.name(voice.language)) for one in catalogue.offers if offer is None or one.id != offer.id
        ]
        self.simple_price = offer is None or _single(offer) is not None
        self.simple_requires = offer is None or all(len(group) == 1 for group in offer.requires)
        if offer is not None:
            del self.fields["id"]
        if not self.simple_price:
            del self.fields["price"]
        elif offer is None or not offer.owned:
            self.fields["price"].required = True
        if not self.simple_requires:
            del self.fields["requires"]
        for place, need in enumerate(catalogue.needs):
            self.fields[f"serves_{place}"] = forms.ChoiceField(
                label=need.name(voice.language),
                required=False,
                choices=[
                    (str(quality), voice.text("web.catalogue.quality", quality=quality) if quality else "–")
                    for quality in QUALITIES
                ],
            )

    def serving(self) -> list[forms.BoundField]:
        """The fields that say how well it serves each need."""
        return [self[name] for name in self.fields if name.startswith("serves_")]

    def clean_id(self) -> str:
        """A new id: without a colon, and not one that is there."""
        said = str(self.cleaned_data["id"]).strip()
        if ":" in said or said in self.catalogue.by_id:
            raise forms.ValidationError(self.voice.text("web.catalogue.offer.id_taken"))
        return said

    def row_id(self) -> str:
        """The id of the offer that was filled in."""
        return self.offer.id if self.offer is not None else str(self.cleaned_data["id"])

    def values(self) -> Mapping[str, object]:
        """The fields that were changed, as the catalogue's file has them; None takes one away."""
        said, offer = self.cleaned_data, self.offer
        found: dict[str, object] = {}
        titles = {key: text for key, text in (("de", said["title"]), ("en", said["title_en"])) if text}
        if offer is None or dict(offer.title) != titles:
            found["title"] = titles
        if "price" in said and said["price"] is not None and (offer is None or said["price"] != _single(offer)):
            found["price"] = said["price"]
            if offer is not None and offer.prices:
                found["prices"] = None
        qualities = {need.id: int(said[f"serves_{place}"] or 0) for place, need in enumerate(self.catalogue.needs)}
        if offer is None or any(offer.quality(need) != quality for need, quality in qualities.items()):
            found["serves"] = _serves(offer, qualities)
        if "requires" in said and (
            offer is None or [[one] for one in said["requires"]] != [[*g] for g in offer.requires]
        ):
            found["requires"] = list(said["requires"]) or None
        drawback = dict(offer.drawback) if offer is not None else {}
        if said["drawback"].strip() != drawback.get(self.voice.language, ""):
            changed = {**drawback, self.voice.language: said["drawback"].strip()}
            found["drawback"] = {key: text for key, text in changed.items() if text} or None
        for key in ("valid_from", "valid_until"):
            if said[key] != (getattr(offer, key) if offer is not None else None):
                found[key] = said[key]
        return found

    @staticmethod
    def start(catalogue: Catalogue, offer: Offer | None, voice: Voice) -> dict[str, object]:
        """What the form shows at first."""
        if offer is None:
            return {}
        titles = dict(offer.title)
        return {
            "title": titles.get("de") or offer.title[0][1],
            "title_en": titles.get("en", ""),
            "price": _single(offer),
            "requires": [one for group in offer.requires for one in group],
            "drawback": dict(offer.drawback).get(voice.language, ""),
            "valid_from": offer.valid_from,
            "valid_until": offer.valid_until,
            **{f"serves_{place}": str(offer.quality(need.id)) for place, need in enumerate(catalogue.needs)},
        }


def _single(offer: Offer) -> Decimal | None:
    """The only price, once for all; None where there is another kind. What the customer owns may have none."""
    if len(offer.prices) == 1 and offer.prices[0].period == "once" and not offer.prices[0].per_seat:
        return offer.prices[0].amount
    return Decimal(0) if not offer.prices else None


def _serves(offer: Offer | None, qualities: Mapping[str, int]) -> object:
    """A plain table of need and quality, or entries where somebody wrote evidence down, which stays."""
    evidence = {one.need: one.evidence for one in offer.serves if one.evidence} if offer is not None else {}
    if not evidence:
        return {need: quality for need, quality in qualities.items() if quality}
    return [
        {"need": need, "quality": quality, **({"evidence": evidence[need]} if need in evidence else {})}
        for need, quality in qualities.items()
        if quality
    ]
