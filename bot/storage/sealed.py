"""Sealed fields: AES-256-GCM bound to their place, and blind indexes for what we look up.

The keys live in the secrets folder, never in the database. Losing them loses the words.
"""

import base64
import hashlib
import hmac
import json
import os
import secrets
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
        self._head = f"1.{active}."
        self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
        self._encrypt = self._ciphers[active].encrypt
        # Copied for each text: setting up the key costs more than hashing a few bytes. (A plain
        # function as `digestmod`, because copying OpenSSL's own HMAC is slow.)
        self._blind = hmac.new(index_key, digestmod=_sha256)

    def seal(self, text: str, place: str) -> str:
        nonce = os.urandom(_NONCE)
        # Lone surrogates can reach us inside JSON; they must not stop a message.
        sealed = self._encrypt(nonce, text.encode("utf-8", "surrogatepass"), place.encode())
        return self._head + b2a_base64(nonce + sealed, newline=False).decode()

    def open(self, value: str, place: str) -> str:
        """The text. Unreadable when the value, its place or its key is not the right one."""
        try:
            version, name, body = value.split(".", 2)
            raw = a2b_base64(body, strict_mode=True)
            # The last letter has bits that mean nothing: only one way to write them is ours.
            end = b2a_base64(raw[-(len(raw) % 3 or 3) :], newline=False).decode()
            if version != "1" or not body.endswith(end):
                raise Unreadable(Unreadable.__doc__)
            plain = self._ciphers[name].decrypt(raw[:_NONCE], raw[_NONCE:], place.encode())
        except (ValueError, KeyError, InvalidTag) as error:
            raise Unreadable(Unreadable.__doc__) from error
        return plain.decode("utf-8", "surrogatepass")

    def index(self, text: str) -> str:
        """A blind index: equal texts give equal values, and nothing leads back."""
        blind = self._blind.copy()
        blind.update(text.encode())
        return base64.urlsafe_b64encode(blind.digest()[:18]).decode()


def _sha256(start: bytes = b"") -> Any:
    return hashlib.sha256(start)


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
