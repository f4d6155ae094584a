"""The key ring: master keys of this home, and the keys derived from them for each purpose.

A master key is never used itself; HKDF-SHA256 makes one key a purpose, so that a leak of one
tells nothing of another.
"""

import hmac
import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from zhijia.core.home import VARIABLE, Home, home, key_id
from zhijia.core.refused import Refused

CONSTANT = b"zhijia canary"


@dataclass(frozen=True)
class Key:
    """One master key, named by its id; ciphers and derived keys are made once."""

    secret: bytes = field(repr=False)
    id: bytes = field(init=False)
    _derived: dict = field(default_factory=dict, init=False, repr=False, compare=False)
    _ciphers: dict = field(default_factory=dict, init=False, repr=False, compare=False)
    _macs: dict = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "id", key_id(self.secret))

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose."""
        if purpose not in self._derived:
            self._derived[purpose] = _hkdf(self.secret, purpose)
        return self._derived[purpose]

    def cipher(self, purpose: str) -> AESGCM:
        if purpose not in self._ciphers:
            self._ciphers[purpose] = AESGCM(self.derive(purpose))
        return self._ciphers[purpose]

    def digest(self, purpose: str, value: bytes) -> bytes:
        """A keyed fingerprint (HMAC-SHA256), which tells nothing to whoever lacks the key."""
        if purpose not in self._macs:
            self._macs[purpose] = hmac.new(self.derive(purpose), digestmod="sha256")
        mac = self._macs[purpose].copy()  # a keyed start, copied: half the time of beginning anew
        mac.update(value)
        return mac.digest()

    def canary(self) -> str:
        """What only the holder of this key can compute: a backup carries it to recognise its key."""
        return self.digest("canary", CONSTANT).hex()


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


_rings: dict[str | None, Ring] = {}


def ring() -> Ring:
    """The ring of this home, read from its key file once."""
    return _rings.get(os.environ.get(VARIABLE)) or reread()


def reread() -> Ring:
    """Read the key file again: after a new key was put before the old."""
    found = _rings[os.environ.get(VARIABLE)] = ring_of(home())
    return found


def ring_of(place: Home) -> Ring:
    """The ring of any home."""
    return Ring(tuple(Key(secret) for secret in place.master_keys()))


def _hkdf(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"zhijia/{purpose}".encode()).derive(secret)
