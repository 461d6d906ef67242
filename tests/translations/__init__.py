"""The catalogue of the window's words: what the code says, the .ts file, the compiled .qm.

It is our own and not lupdate, for lupdate knows neither our ``tr`` with its ``{names}``, nor
``words.count`` with its two forms, nor the sentences of the core, which are templates found by
following what reaches a ``KnownError``.
"""
