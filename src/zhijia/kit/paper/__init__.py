"""Papers: official documents and ledgers in Word, sheets in Excel and CSV, amounts and dates in words."""

from zhijia.kit.paper.ledger import Ledger, fingerprint, write_ledger
from zhijia.kit.paper.pieces import Col, Grid, Paper, Para, Run, Source, numbered, sources
from zhijia.kit.paper.plain import as_dict, as_text, write_json, write_text
from zhijia.kit.paper.rmb import chinese_date, chinese_number, in_capitals, official_date
from zhijia.kit.paper.sheetout import write_csv, write_xlsx
from zhijia.kit.paper.word import read_figures, read_paragraphs, read_tables, write_word
from zhijia.kit.paper.writers import write_paper

__all__ = [
    "Col", "Grid", "Ledger", "Paper", "Para", "Run", "Source", "as_dict", "as_text", "chinese_date",
    "chinese_number", "fingerprint", "in_capitals", "numbered", "official_date", "read_figures",
    "read_paragraphs", "read_tables", "sources", "write_csv", "write_json", "write_ledger", "write_paper",
    "write_text", "write_word", "write_xlsx",
]  # fmt: skip
