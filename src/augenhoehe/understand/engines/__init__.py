"""A second reader beside the built-in one: a language model that the user has set up, asked and checked.

`model` is the port, `prompting` what is asked, `hiding` what never leaves, `answers` what of an answer is kept,
`reading` the whole walk, `agreeing` how far two readers see the same.
"""
