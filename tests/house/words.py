"""What an answer says, wherever it says it: the body, the parts of a packed file, the headers."""

import zipfile
from io import BytesIO
from urllib.parse import unquote


def said(response) -> str:
    """Everything readable in an answer, packed and quoted text opened."""
    parts = [response.body]
    if response.body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(BytesIO(response.body)) as packed:
            parts = [packed.read(name) for name in packed.namelist()]
    text = "\n".join(part.decode("utf-8", "replace") for part in parts)
    heads = "\n".join(f"{name}: {value}" for name, value in response.items())
    return unquote(f"{text}\n{heads}")


def heard(response, words) -> list[str]:
    """Which of the words an answer says, also spelled as \\uXXXX or &#N;."""
    text = said(response)
    return [word for word in words if any(spelling in text for spelling in spellings(word))]


def spellings(word: str) -> tuple[str, ...]:
    """A word as it may stand in HTML, JSON or XML."""
    return word, word.encode("unicode_escape").decode(), "".join(f"&#{ord(c)};" for c in word)
