"""The same paper as text and as JSON."""

import io
import json
from datetime import date

import pytest

from zhijia.core.refused import Refused
from zhijia.kit.paper import Grid, Paper, Para, Run, read_figures, write_json, write_paper, write_text

PAPER = Paper(
    "石桥镇总工会\n2023年工作总结",
    to="青山区总工会",
    body=[
        Para("一、关爱", 1),
        Para(["走访", Run("11", "care.visited_people"), "人。"]),
        Grid(["类别", "人数"], [["生病", 3]]),
    ],
    signed_by="石桥镇总工会",
    dated=date(2023, 12, 20),
    attachments=["统计表", "分解表"],
    notes=["联系人：李建国"],
)


def test_text(tmp_path):
    write_text(PAPER, tmp_path / "总结.txt")
    assert (tmp_path / "总结.txt").read_text("utf-8").split("\n") == [
        "石桥镇总工会2023年工作总结",
        "",
        "青山区总工会：",
        "　　一、关爱",
        "　　走访11人。",
        "",
        "类别\t人数",
        "生病\t3",
        "",
        "",
        "　　附件：1. 统计表",
        "　　　　　2. 分解表",
        "",
        "石桥镇总工会",
        "2023年12月20日",
        "　　（联系人：李建国）",
        "",
    ]


def test_json_keeps_the_keys():
    file = io.StringIO()
    write_json(PAPER, file)
    found = json.loads(file.getvalue())
    assert (found["title"], found["dated"]) == ("石桥镇总工会2023年工作总结", "2023-12-20")
    assert found["body"][1] == {
        "level": 0,
        "runs": [
            {"text": "走访", "cite": None, "mark": "none"},
            {"text": "11", "cite": "care.visited_people", "mark": "none"},
            {"text": "人。", "cite": None, "mark": "none"},
        ],
    }
    assert found["body"][2]["rows"] == [
        [[{"text": "生病", "cite": None, "mark": "none"}], [{"text": "3", "cite": None, "mark": "none"}]]
    ]


def test_the_name_of_the_file_says_what_it_becomes(tmp_path):
    for name in ("总结.docx", "总结.TXT", "总结.json"):
        write_paper(PAPER, tmp_path / name)
    assert read_figures(str(tmp_path / "总结.docx")) == [("care.visited_people", "11")]
    assert (tmp_path / "总结.TXT").read_text("utf-8").startswith("石桥镇总工会2023年工作总结\n")
    assert json.loads((tmp_path / "总结.json").read_text("utf-8"))["to"] == "青山区总工会"


def test_any_other_name_is_refused(tmp_path):
    with pytest.raises(Refused, match="后缀不对"):
        write_paper(PAPER, tmp_path / "总结.pdf")
    assert list(tmp_path.iterdir()) == []
