"""The two sample cases as data, German (`pruefstand`) and English (`office_move`): talks, catalogue, `case.json`.

Copied from `examples/` by `tools/sample.py` (CC BY 4.0) so that an installed program has them; nothing here is code.
`case.json` (schema `augenhoehe.sample/1`) names for each conversation its file, day, channel, origin, who is adviser
and customer, and the findings a person confirmed: speaker, kind, attributes and the exact quote, which stands once in
the turns of that speaker. Further: what became of promises (found by their quote), the customer's decision, signs of
success and planned checks. `catalogue` and `budget` say what the advice reckons with.
"""
