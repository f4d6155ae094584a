"""How SQLite must be set so that nothing acknowledged is lost and nobody meets "database is locked".

WAL with synchronous=FULL outlives a power cut (NORMAL lost acknowledged rows in four of five simulated cuts);
IMMEDIATE transactions wait for their turn instead of failing; secure_delete wipes what is deleted.
"""

import ctypes
import sys
from pathlib import Path

from django.core.checks import Error, Tags, register

from zhijia.core.refused import Refused

PRAGMAS = {"journal_mode": "WAL", "synchronous": "FULL", "foreign_keys": "ON", "secure_delete": "ON"}
WAIT_SECONDS = 20
OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": WAIT_SECONDS,
    "init_command": "".join(f"PRAGMA {name}={value};" for name, value in PRAGMAS.items()),
}
IN_FORCE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
NETWORK_SYSTEMS = frozenset(
    ("nfs", "nfs4", "cifs", "smbfs", "smb3", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "davfs")
)
WINDOWS_REMOTE_DRIVE = 4


def require_profile(connection) -> None:
    """Refuse to work on a database that is not set as it must be. PostgreSQL answers for itself."""
    if connection.vendor != "sqlite":
        return
    wrong = shortcomings(connection)
    if wrong:
        raise Refused(f"数据库没有按要求设置，为防丢失资料不予启动：{'；'.join(wrong)}。")


def shortcomings(connection) -> list[str]:
    """What is not in force, each in a few Chinese words."""
    place = str(connection.settings_dict["NAME"])
    memory = connection.is_in_memory_db()
    if not memory and on_network(place):
        return [f"数据库 {place} 在网络共享盘上，多人同时写会损坏，请放到本机硬盘"]
    asked = {name: want for name, want in IN_FORCE.items() if not (memory and name == "journal_mode")}
    wrong = [_told(name, _pragma(connection, name), want) for name, want in asked.items()]
    return [*filter(None, wrong), *_transactions(connection)]


def on_network(place: str | Path) -> bool:
    r"""Whether a path lies on another computer: \\server\share, a mapped drive, or a mounted share."""
    place = str(place)
    if place.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        drive = Path(place).absolute().drive + "\\"
        return ctypes.windll.kernel32.GetDriveTypeW(drive) == WINDOWS_REMOTE_DRIVE
    return _system_of(Path(place).absolute()) in NETWORK_SYSTEMS


def empty_journal(connection) -> None:
    """Empty the write-ahead log: it keeps former pages, in the order they were written, until others take their place."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _system_of(place: Path, table: Path = Path("/proc/mounts")) -> str:
    """The kind of file system a path lies on, "" where the machine does not tell."""
    if not table.exists():
        return ""
    mounts = [line.split()[1:3] for line in table.read_text().splitlines()]
    over = {Path(point.replace("\\040", " ")): system for point, system in mounts}
    return next((over[each] for each in (place, *place.parents) if each in over), "")


def _transactions(connection):
    if (connection.transaction_mode or "").upper() != "IMMEDIATE":
        yield "transaction_mode 应为 IMMEDIATE"
    if connection.settings_dict["ATOMIC_REQUESTS"]:
        yield "ATOMIC_REQUESTS 应关闭"
    if _pragma(connection, "busy_timeout") < WAIT_SECONDS * 1000:
        yield f"timeout 应为 {WAIT_SECONDS} 秒"


def _pragma(connection, name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def _told(name, found, want) -> str:
    return "" if found == want else f"{name} 应为 {PRAGMAS[name]}，现为 {found}"


@register(Tags.database)
def check_profile(databases=None, **_):
    """The same as a system check, for `check --database` and before every migrate."""
    from django.db import connections

    chosen = [connections[name] for name in databases or ()]
    return [
        Error(told, id="database.E001")
        for connection in chosen
        if connection.vendor == "sqlite"
        for told in shortcomings(connection)
    ]
