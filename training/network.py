"""The encoder as a PyTorch module: the BERT of the unpacked weights, its first layers, with a head a token."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.weights import Encoder


class Layer(nn.Module):
    """One transformer layer with the normalisation after each part, as BERT has it."""

    def __init__(self, hidden: int, heads: int, feed_forward: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.out = nn.Linear(hidden, hidden)
        self.norm = nn.LayerNorm(hidden, eps=epsilon)
        self.widen, self.narrow = nn.Linear(hidden, feed_forward), nn.Linear(feed_forward, hidden)
        self.last_norm = nn.LayerNorm(hidden, eps=epsilon)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: batch × tokens × hidden; mask: batch × 1 × 1 × tokens, True where there is a token (None: everywhere)."""
        batch, length, hidden = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)

        mixed = nn.functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        x = self.norm(x + self.out(mixed.transpose(1, 2).reshape(batch, length, hidden)))
        return self.last_norm(x + self.narrow(nn.functional.gelu(self.widen(x))))


class Reader(nn.Module):
    """Embeddings and the first `depth` layers; forward gives batch × tokens × hidden."""

    def __init__(self, encoder: Encoder, rows: list[int], depth: int, extra: int = 0) -> None:
        super().__init__()
        tensors = encoder.tensors
        words = torch.from_numpy(tensors["emb.word"][rows])
        if extra:
            words = torch.cat([words, torch.zeros(extra, encoder.hidden)])
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        self.extra = nn.Parameter(torch.zeros(extra, encoder.hidden)) if extra else None
        self.vocabulary = len(rows)
        self.places = nn.Parameter(torch.from_numpy(tensors["emb.pos"] + tensors["emb.type"][: encoder.hidden]))
        self.norm = nn.LayerNorm(encoder.hidden, eps=encoder.epsilon)
        self.layers = nn.ModuleList(
            Layer(encoder.hidden, encoder.heads, encoder.feed_forward, encoder.epsilon) for _ in range(depth)
        )
        self._load(encoder)

    def _load(self, encoder: Encoder) -> None:
        def put(module: nn.Module, weight: str, bias: str) -> None:
            module.weight.data = torch.from_numpy(encoder.tensors[weight]).clone()
            module.bias.data = torch.from_numpy(encoder.tensors[bias]).clone()

        put(self.norm, "emb.ln.w", "emb.ln.b")
        for number, layer in enumerate(self.layers):
            for part, name in (
                ("query", "q"), ("key", "k"), ("value", "v"), ("out", "ao"),
                ("norm", "aln"), ("widen", "fi"), ("narrow", "fo"), ("last_norm", "oln"),
            ):  # fmt: skip
                put(getattr(layer, part), f"l{number}.{name}.w", f"l{number}.{name}.b")

    def forward(self, ids: Tensor, mask: Tensor | None, seen: Tensor | None = None) -> Tensor:
        """`seen` (batch × tokens × hidden) is added halfway up, where words have become meaning."""
        x = self.words(ids)
        if self.extra is not None:
            special = (ids >= self.vocabulary).unsqueeze(-1)
            x = torch.where(special, self.extra[(ids - self.vocabulary).clamp(min=0)], x)
        x = self.norm(x + self.places[: ids.shape[1]])
        wide = None if mask is None else mask[:, None, None, :]
        for number, layer in enumerate(self.layers):
            if seen is not None and number == len(self.layers) // 2:
                x = x + seen
            x = layer(x, wide)
        return x
