"""The fact-checker's desk: a local web page over the same extraction, and over a store.

It answers on this machine alone unless a token is set, never fetches an address, and shows published text as text.
Needs the extra ``soatso[web]``.
"""

from extractor.web.app import make_app
from extractor.web.settings import LEAST_TOKEN, Settings, is_loopback

__all__ = ["LEAST_TOKEN", "Settings", "is_loopback", "make_app"]
