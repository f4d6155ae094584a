"""The page as an office program really lays it out: 22 lines of 28 characters."""

import shutil
import subprocess
from collections import Counter

import pdfplumber
import pytest

from zhijia.kit.paper import Paper, Para, write_word

OFFICE = shutil.which("soffice")
PER_PAGE = 22 * 28


@pytest.fixture
def laid_out(tmp_path):
    """A function that writes a paper and opens the PDF an office program makes of it."""

    def lay_out(paper):
        write_word(paper, str(tmp_path / "公文.docx"))
        command = [
            OFFICE,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "公文.docx"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
        return pdfplumber.open(tmp_path / "公文.pdf")

    return lay_out


@pytest.mark.skipif(not OFFICE, reason="no office program here")
def test_a_page_full_of_characters(laid_out):
    body = "职工之家工会组织维护合法权益" * 200
    with laid_out(Paper("", body=[Para(body[: 3 * PER_PAGE - 2])])) as pdf:
        assert len(pdf.pages) == 3
        first, second, third = (lines(page) for page in pdf.pages)
    assert first == [26] + [28] * 21
    assert second == third == [28] * 22


def lines(page):
    """How many 汉字 stand on each line, from the top."""
    counts = Counter(round(char["top"]) for char in page.chars if "\u4e00" <= char["text"] <= "\u9fff")
    return [counts[top] for top in sorted(counts)]
