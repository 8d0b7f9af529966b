"""The network that is trained: the encoder's first layers, what the rules see, and a head a question."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from augenhoehe.understand.marking.heads import CHANNELS, CHOICES, KINDS
from augenhoehe.understand.marking.hints import HINTS
from augenhoehe.understand.marking.windows import ROLES
from training.network import Reader
from training.weights import Encoder

DROPPED = 0.15
HINTS_DROPPED = 0.2
"""Share of windows that are trained without the rules' hints, so that the network does not lean on them alone."""


class Marker(nn.Module):
    """ids, mask and hints (batch × tokens [× HINTS]) to logits: inside, begins, and one tensor an attribute."""

    def __init__(self, encoder: Encoder, rows: list[int], depth: int, *, hinted: bool = True) -> None:
        super().__init__()
        self.reader = Reader(encoder, rows, depth, extra=len(ROLES))
        self.hinted = hinted
        self.hint = nn.Linear(HINTS, encoder.hidden)
        nn.init.zeros_(self.hint.bias)
        nn.init.normal_(self.hint.weight, std=0.02)
        self.drop = nn.Dropout(DROPPED)
        self.inside = nn.Linear(encoder.hidden, CHANNELS)
        self.begins = nn.Linear(encoder.hidden, len(KINDS))
        self.choices = nn.ModuleList(nn.Linear(encoder.hidden, len(values)) for _, _, values in CHOICES)
        nn.init.constant_(self.inside.bias, -4.0)
        nn.init.constant_(self.begins.bias, -5.0)

    def forward(self, ids: Tensor, mask: Tensor, hints: Tensor) -> tuple[Tensor, Tensor, list[Tensor]]:
        return self.heads(self.vectors(ids, mask, hints))

    def vectors(self, ids: Tensor, mask: Tensor | None, hints: Tensor) -> Tensor:
        """What the encoder makes of the pieces: batch × tokens × hidden."""
        seen = None
        if self.hinted:
            if self.training:
                hints = hints * (torch.rand(len(hints), 1, 1) > HINTS_DROPPED)
            seen = self.hint(hints)
        return self.reader(ids, mask, seen)

    def heads(self, vectors: Tensor) -> tuple[Tensor, Tensor, list[Tensor]]:
        """The logits of all heads."""
        x = self.drop(vectors)
        return self.inside(x), self.begins(x), [head(x) for head in self.choices]


class Answering(nn.Module):
    """The marker as it is shipped: one window in; probabilities out (all attributes side by side), and the vectors."""

    def __init__(self, marker: Marker) -> None:
        super().__init__()
        self.marker = marker

    def forward(self, ids: Tensor, hints: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        vectors = self.marker.vectors(ids, None, hints)
        inside, begins, choices = self.marker.heads(vectors)
        side_by_side = torch.cat([head.softmax(-1) for head in choices], dim=-1)
        return inside.sigmoid(), begins.sigmoid(), side_by_side, vectors
