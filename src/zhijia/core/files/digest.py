"""Fingerprints of files: equal for equal content, and keyed: whoever has only the table learns nothing."""

from pathlib import Path

from zhijia.core.private.keys import Key, ring

PURPOSE = "digest"


def digest_of(content: bytes | Path, key: Key | None = None) -> str:
    """64 hexadecimal characters for the content of a file."""
    data = content if isinstance(content, bytes) else Path(content).read_bytes()
    return (key or ring().current).digest(PURPOSE, data).hex()
