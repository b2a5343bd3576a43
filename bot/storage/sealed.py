"""Sealed fields: AES-256-GCM bound to their place, and blind indexes for what we look up.

The keys live in the secrets folder, never in the database. Losing them loses the words.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_FILE = "sealing.json"
_NONCE = 12
_LEAST_INDEX_KEY = 16


class KeysMissing(Exception):
    """The keys that seal the database are missing or damaged; restore them from their backup."""


class Unreadable(Exception):
    """A sealed value was made for another place or with a key that we do not have."""


class Sealer:
    """Seals and opens texts. `place` is `table.column:row`; moved elsewhere, nothing opens."""

    def __init__(self, active: str, keys: Mapping[str, bytes], index_key: bytes) -> None:
        self._active = active
        self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
        self._index_key = index_key

    def seal(self, text: str, place: str) -> str:
        nonce = os.urandom(_NONCE)
        # Lone surrogates can reach us inside JSON; they must not stop a message.
        sealed = self._ciphers[self._active].encrypt(
            nonce, text.encode("utf-8", "surrogatepass"), place.encode()
        )
        return f"1.{self._active}.{base64.b64encode(nonce + sealed).decode()}"

    def open(self, value: str, place: str) -> str:
        """The text. Unreadable when the value, its place or its key is not the right one."""
        try:
            version, name, body = value.split(".", 2)
            raw = base64.b64decode(body)
            # The last letter has bits that mean nothing: only one way to write them is ours.
            if version != "1" or base64.b64encode(raw).decode() != body:
                raise Unreadable(Unreadable.__doc__)
            plain = self._ciphers[name].decrypt(raw[:_NONCE], raw[_NONCE:], place.encode())
        except (ValueError, KeyError, InvalidTag) as error:
            raise Unreadable(Unreadable.__doc__) from error
        return plain.decode("utf-8", "surrogatepass")

    def index(self, text: str) -> str:
        """A blind index: equal texts give equal values, and nothing leads back."""
        digest = hmac.new(self._index_key, text.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest[:18]).decode()


def make_keys(folder: Path) -> bool:
    """Writes new keys (mode 0600 in a 0700 folder) unless there are some. True when it did."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    path = folder / KEY_FILE
    if path.exists():
        return False
    body = {
        "active": "k1",
        "keys": {"k1": base64.b64encode(secrets.token_bytes(32)).decode()},
        "index": base64.b64encode(secrets.token_bytes(32)).decode(),
    }
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(body, file, indent=1)
    return True


def load_sealer(folder: Path) -> Sealer:
    """The sealer of this installation. KeysMissing, in one sentence, when there is none."""
    path = folder / KEY_FILE
    try:
        body = json.loads(path.read_text())
        keys = {name: base64.b64decode(key) for name, key in body["keys"].items()}
        index = base64.b64decode(body["index"])
        if body["active"] not in keys or len(index) < _LEAST_INDEX_KEY:
            raise KeyError
        return Sealer(body["active"], keys, index)
    except FileNotFoundError as error:
        raise KeysMissing(
            f"There are no keys in {path}: run `hamdeli init`, or put back the ones you saved."
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeysMissing(f"{path} is damaged: put back the keys you saved.") from error
