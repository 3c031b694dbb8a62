"""Settings of all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# How long one example takes says more of a busy machine than of the code; tests/**/test_*hostile.py hold the time.
settings.register_profile("search", deadline=None)
# The same examples whenever the same tests run: what turns them red is the change.
# SOATSO_HYPOTHESIS=search tries new ones.
settings.register_profile("same", parent=settings.get_profile("search"), derandomize=True)
settings.load_profile(os.environ.get("SOATSO_HYPOTHESIS", "same"))
