"""Bring the demo's files in, as a person would with the import page."""

from pathlib import Path

from django.utils import timezone

from zhijia.kit.area import importer

DATA = Path(__file__).parent / "data"


def bring(kind: str, actor, union, name: str, **options):
    """Judge a file and write it; returns the batch."""
    chosen = importer(kind)
    verdict = chosen.judge(actor, union, DATA / name, name=name, options=options, today=timezone.localdate())
    return chosen.write(actor, union, verdict)
