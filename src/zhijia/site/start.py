"""Open the house: folders, migrations (with a backup first), the database profile in force, then the server."""

import os
import socket
import subprocess
import sys

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from zhijia.core.database import backup, profile
from zhijia.core.refused import Refused


def prepare() -> None:
    """Bring the database up to this version; refuse to go on with a profile that can lose records."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        if connection.introspection.table_names():
            backup.backup(None)
            call_command("migrate", verbosity=0, interactive=False)
        else:
            lay_down(executor)
    profile.require_profile(connection)


def lay_down(executor) -> None:
    """Make the tables of an empty database at once, as the models are, and count every migration as applied.

    Migrating from nothing would play the whole past, table by table; that both ways lead to the same tables is tested.
    """
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed:
                editor.create_model(model)
    executor.recorder.ensure_schema()
    for migration in executor.loader.graph.nodes:
        executor.recorder.record_applied(*migration)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def serve(port: int, say, *, processes: int | None = None) -> None:
    """Serve on 127.0.0.1 with processes of one blocking thread each (two where there are two cores), and one worker for the
    jobs beside them."""
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
            workers=processes or (2 if (os.cpu_count() or 1) > 1 else 1), blocking_threads=1, log_enabled=False,
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
