"""The key ring: master keys of this home, and the keys derived from them for each purpose.

A master key is never used itself; HKDF-SHA256 makes one key a purpose, so that a leak of one
tells nothing of another.
"""

import hashlib
import hmac
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from zhijia.core.home import Home, home, key_id
from zhijia.core.refused import Refused

CONSTANT = b"zhijia canary"


@dataclass(frozen=True)
class Key:
    """One master key, named by its id; ciphers and derived keys are made once."""

    secret: bytes = field(repr=False)
    _made: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> bytes:
        return self._once("id", lambda: key_id(self.secret))

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose."""
        return self._once(("key", purpose), lambda: _hkdf(self.secret, purpose))

    def cipher(self, purpose: str) -> AESGCM:
        return self._once(("cipher", purpose), lambda: AESGCM(self.derive(purpose)))

    def digest(self, purpose: str, value: bytes) -> bytes:
        """A keyed fingerprint (HMAC-SHA256), which tells nothing to whoever lacks the key."""
        return hmac.digest(self.derive(purpose), value, hashlib.sha256)

    def canary(self) -> str:
        """What only the holder of this key can compute: a backup carries it to recognise its key."""
        return self.digest("canary", CONSTANT).hex()

    def _once(self, name, make):
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = make()
        return made


@dataclass(frozen=True)
class Ring:
    """The keys of one home, the current one first."""

    keys: tuple[Key, ...]

    @property
    def current(self) -> Key:
        return self.keys[0]

    def by_id(self, name: bytes) -> Key:
        for key in self.keys:
            if key.id == name:
                return key
        raise Refused(
            f"这份资料是用另一把密钥（编号 {name.hex()}）加密的，现有密钥文件打不开它。"
            "请把原来的密钥文件 master.key 放回来。"
        )


_rings: dict[Home, Ring] = {}


def ring(place: Home | None = None) -> Ring:
    """The ring of this home, read from its key file once."""
    place = place or home()
    found = _rings.get(place)
    return found or reread(place)


def reread(place: Home | None = None) -> Ring:
    """Read the key file again: after a new key was put before the old."""
    place = place or home()
    found = _rings[place] = Ring(tuple(Key(secret) for secret in place.master_keys()))
    return found


def _hkdf(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"zhijia/{purpose}".encode()).derive(secret)
