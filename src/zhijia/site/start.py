"""Open the house: folders, migrations (with a backup first), the database profile in force, then the server."""

import os
import socket
import subprocess
import sys

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from zhijia.core.database import backup, profile
from zhijia.core.home import home
from zhijia.core.refused import Refused


def prepare() -> None:
    """Bring the database up to this version; refuse to go on with a profile that can lose records."""
    if _pending():
        if home().database.exists() and connection.introspection.table_names():
            backup.backup(None)
        call_command("migrate", verbosity=0, interactive=False)
    profile.require_profile(connection)


def _pending() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def serve(port: int, say) -> None:
    """Serve on 127.0.0.1 with processes of one blocking thread each, and one worker for the jobs beside them."""
    from granian import Granian
    from granian.constants import Interfaces

    if _taken(port):
        other = f"命令后加 --port {port + 1}（make demo PORT={port + 1}）"
        raise Refused(f"端口 {port} 已被占用。请关掉占用它的程序，或换一个：{other}")
    worker = subprocess.Popen([sys.executable, "-m", "zhijia.site.worker"])
    say(f"网页已打开：http://127.0.0.1:{port}/ （按 Ctrl+C 结束）")
    try:
        Granian(
            "zhijia.site.wsgi:application", address="127.0.0.1", port=port, interface=Interfaces.WSGI,
            workers=2 if (os.cpu_count() or 1) > 1 else 1, blocking_threads=1, log_enabled=False,
        ).serve()
    finally:
        _end(worker)


def _end(worker) -> None:
    """Ask the worker to stop between two steps; a step that takes too long is dropped and taken up again next time."""
    worker.terminate()
    try:
        worker.wait(timeout=10)
    except subprocess.TimeoutExpired:
        worker.kill()


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
