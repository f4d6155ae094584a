"""A paper goes into the kind of file its name asks for."""

from pathlib import Path

from zhijia.core.refused import Refused
from zhijia.kit.paper.pieces import Paper
from zhijia.kit.paper.plain import write_json, write_text
from zhijia.kit.paper.word import write_word

WRITERS = {".docx": write_word, ".txt": write_text, ".json": write_json}


def write_paper(paper: Paper, path: Path | str) -> None:
    """Write Word, text or JSON, by the ending of the file's name."""
    write = WRITERS.get(Path(path).suffix.lower())
    if write is None:
        raise Refused(f"文件名“{Path(path).name}”的后缀不对：请用 .docx、.txt 或 .json。")
    write(paper, str(path))
