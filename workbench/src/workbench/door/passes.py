"""What opens the pages of Spark, which its filter JWSFilter closes: a pass that holds for a moment."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time

#: Seconds that a pass holds: whoever caught one must not keep it.
SECONDS = 60


def header(key: str) -> dict[str, str]:
    """Return the header field made with a key in the letters of base64."""
    signed = encoded({"alg": "HS256"}) + "." + encoded({"exp": int(time.time()) + SECONDS})
    seal = hmac.digest(base64.urlsafe_b64decode(key), signed.encode(), hashlib.sha256)
    return {"Authorization": f"Bearer {signed}.{letters(seal)}"}


def encoded(claim: dict[str, str | int]) -> str:
    """Return a part of a pass."""
    return letters(json.dumps(claim).encode())


def letters(data: bytes) -> str:
    """Return bytes as passes have them."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
