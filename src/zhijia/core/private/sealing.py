"""Sealing a value to its place: AES-256-GCM, `key id (4) | nonce (12) | ciphertext and tag`.

The place (table|column|row) is authenticated with the value: moved to another row, it does not open.
"""

from collections.abc import Callable
from os import urandom
from uuid import UUID

from cryptography.exceptions import InvalidTag

from zhijia.core.private.keys import Key, reread, ring
from zhijia.core.refused import Refused

FIELDS = "fields"
ID, NONCE = 4, 12
SHORTEST = ID + NONCE + 16


def place(table: str, column: str, uid: UUID | str) -> bytes:
    """The place a value is sealed to; `uid` as UUID or as text with or without dashes."""
    return f"{table}|{column}|{_plain(uid)}".encode()


def seal(value: str, aad: bytes) -> bytes | None:
    """Encrypt text to its place; nothing stays nothing (None)."""
    return seal_bytes(value.encode(), aad) if value else None


def open_(blob: bytes | None, aad: bytes) -> str:
    """The text sealed to this place; "" for none. Refused when the key is another or the value altered."""
    return open_bytes(blob, aad).decode() if blob else ""


def seal_bytes(value: bytes, aad: bytes, purpose: str = FIELDS, key: Key | None = None) -> bytes:
    key = key or ring().current
    nonce = urandom(NONCE)
    return key.id + nonce + key.cipher(purpose).encrypt(nonce, value, aad)


def open_bytes(blob: bytes, aad: bytes, purpose: str = FIELDS) -> bytes:
    if len(blob) < SHORTEST:
        raise Refused("一项加密资料已残缺，无法打开。请从最近的备份恢复。")
    try:
        return _key(blob[:ID]).cipher(purpose).decrypt(blob[ID:ID + NONCE], blob[ID + NONCE:], aad)
    except InvalidTag:
        raise Refused("一项加密资料被改动过或被挪到了别处，无法打开。请从最近的备份恢复这项资料。") from None


def sealer(table: str, column: str) -> Callable[[str, UUID | str], bytes | None]:
    """`seal` for one column and many rows: (value, uid) → blob."""
    prefix = f"{table}|{column}|"
    key, cipher = ring().current, ring().current.cipher(FIELDS)

    def sealed(value, uid):
        if not value:
            return None
        nonce = urandom(NONCE)
        return key.id + nonce + cipher.encrypt(nonce, value.encode(), (prefix + _plain(uid)).encode())

    return sealed


def _key(name: bytes) -> Key:
    try:
        return ring().by_id(name)
    except Refused:  # perhaps a newer key was put in place while this process ran
        return reread().by_id(name)


def _plain(uid: UUID | str) -> str:
    return uid.hex if isinstance(uid, UUID) else uid.replace("-", "")
