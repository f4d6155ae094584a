"""Papers: official documents and ledgers in Word, sheets in Excel and CSV, amounts and dates in words."""

from zhijia.kit.paper.ledger import Ledger, write_ledger
from zhijia.kit.paper.pieces import Col, Grid, Paper, Para, Run, Source, numbered, sources
from zhijia.kit.paper.plain import as_dict, as_text, write_json, write_text
from zhijia.kit.paper.word import read_figures, read_paragraphs, read_tables, write_word

__all__ = [
    "Col", "Grid", "Ledger", "Paper", "Para", "Run", "Source", "as_dict", "as_text", "numbered",
    "read_figures", "read_paragraphs", "read_tables", "sources", "write_json", "write_ledger",
    "write_text", "write_word",
]  # fmt: skip
