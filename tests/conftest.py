"""Settings of all tests."""

from __future__ import annotations

from hypothesis import settings

# How long one example takes says more of a busy machine than of the code; tests/**/test_*hostile.py hold the time.
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")
