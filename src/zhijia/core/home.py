"""Where one installation lives on disk: database, keys, files, backups and papers, all in one folder.

The keys lie in a folder of their own, never beside the database, so that a copied database opens nothing.
"""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from zhijia.core.refused import Refused

FOLDERS = ("data", "keys", "files", "backups", "out", "log")
KEY_BYTES = 32
VARIABLE = "ZHIJIA_HOME"


@dataclass(frozen=True)
class Home:
    """The folder named by ZHIJIA_HOME, and what lies where inside it."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def database(self) -> Path:
        return self.data / "zhijia.sqlite3"

    @property
    def master_key_file(self) -> Path:
        return self.folder / "keys" / "master.key"

    @property
    def secret_key_file(self) -> Path:
        return self.folder / "keys" / "secret.key"

    @property
    def key_mark(self) -> Path:
        """Names (does not hold) the key the database is sealed with: a lost key is never replaced quietly."""
        return self.data / "key.id"

    @property
    def last_backup(self) -> Path:
        """When the last backup was made and where it went."""
        return self.data / "backup.json"

    @property
    def files(self) -> Path:
        return self.folder / "files"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def log(self) -> Path:
        return self.folder / "log" / "zhijia.log"

    def prepare(self) -> "Home":
        """Make the folders, open to nobody else."""
        try:
            for place in (self.folder, *(self.folder / name for name in FOLDERS)):
                if not place.is_dir():
                    place.mkdir(parents=True, mode=0o700, exist_ok=True)
                    place.chmod(0o700)
        except OSError as problem:
            reason = problem.strerror or "无法写入"
            raise Refused(
                f"不能在 {self.folder} 建立资料文件夹（{reason}），请换一个可以写入的位置。"
            ) from problem
        return self

    @property
    def secret_key(self) -> str:
        """What the web framework signs sessions and forms with; made at first use, not worth backing up."""
        if not self.secret_key_file.exists():
            write_once(self.secret_key_file, secrets.token_urlsafe(50))
        return self.secret_key_file.read_text("ascii").strip()

    def master_keys(self) -> tuple[bytes, ...]:
        """The keys that seal personal data, the current one first; made at first use of a new home only."""
        if not self.master_key_file.exists():
            self._first_key()
        keys = parse_keys(self.master_key_file)
        self._require_mark(keys)
        return keys

    def new_master_key(self) -> bytes:
        """Put a fresh key before the old ones; the old stay until everything has been sealed again."""
        keys = (secrets.token_bytes(KEY_BYTES), *self.master_keys())
        overwrite(self.master_key_file, key_lines(keys))
        self.mark(keys[0])
        return keys[0]

    def mark(self, key: bytes) -> None:
        """Note which key the database needs from now on."""
        overwrite(self.key_mark, key_id(key).hex() + "\n")

    def _first_key(self) -> None:
        if self.key_mark.exists():
            raise Refused(
                f"找不到密钥文件 {self.master_key_file}，已加密的资料无法打开。"
                "请把当初另外保管的 master.key 放回这个位置；没有它，谁也解不开。"
            )
        write_once(self.master_key_file, key_lines([secrets.token_bytes(KEY_BYTES)]))
        self.mark(parse_keys(self.master_key_file)[0])

    def _require_mark(self, keys: Sequence[bytes]) -> None:
        if not self.key_mark.exists():
            self.mark(keys[0])
            return
        wanted = self.key_mark.read_text("ascii").strip()
        if wanted not in {key_id(key).hex() for key in keys}:
            raise Refused(
                f"密钥文件 {self.master_key_file} 不是这个数据库的那一把（需要编号 {wanted}），"
                "请换回原来的密钥文件。"
            )


def home() -> Home:
    """The home of this process, from ZHIJIA_HOME or the folder zhijia in the user's own."""
    return _open(os.environ.get(VARIABLE) or "~/zhijia")


@cache
def _open(place: str) -> Home:
    return Home(Path(place).expanduser().absolute()).prepare()


def key_id(key: bytes) -> bytes:
    """Four bytes that name a key and give nothing of it away; also its checksum on paper."""
    return hmac.digest(key, b"zhijia key id", hashlib.sha256)[:4]


def key_lines(keys: Sequence[bytes]) -> str:
    return "".join(f"{key_id(key).hex()} {base64.b64encode(key).decode()}\n" for key in keys)


def parse_keys(file: Path) -> tuple[bytes, ...]:
    """Keys of a key file, each line `id key`; Refused names the line that was copied wrongly."""
    try:
        lines = [line.split() for line in file.read_text("ascii").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as problem:
        raise Refused(f"密钥文件 {file} 读不出来，请检查文件权限，或换上另存的那一份。") from problem
    if not lines:
        raise Refused(f"密钥文件 {file} 是空的，请换上另存的那一份。")
    return tuple(_parse_key(file, number, line) for number, line in enumerate(lines, 1))


def _parse_key(file: Path, number: int, words: list[str]) -> bytes:
    with suppress(ValueError, binascii.Error):
        name, text = words
        key = base64.b64decode(text, validate=True)
        if len(key) == KEY_BYTES and key_id(key).hex() == name:
            return key
    raise Refused(f"密钥文件 {file} 第 {number} 行校验不符，可能抄错或损坏，请核对另存的那一份。")


def overwrite(file: Path, text: str) -> None:
    """Replace a small file whole: a reader meanwhile, or after a power cut, sees the old or the new one."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    _write_draft(draft, text)
    os.replace(draft, file)
    sync_folder(file.parent)


def write_once(file: Path, text: str) -> None:
    """Create a small file unless another process was quicker; then its content stands."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    _write_draft(draft, text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    except OSError:  # a stick formatted FAT knows no links
        os.replace(draft, file)
    draft.unlink(missing_ok=True)
    sync_folder(file.parent)


def _write_draft(draft: Path, text: str) -> None:
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames inside a folder outlive a power cut (POSIX only; Windows has no such call)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
