"""The ledgers (台账): the customary books, each a view of the same records, printed in its usual columns."""

from django.urls import reverse

from zhijia.core.org.web import for_known
from zhijia.kit.area import house
from zhijia.kit.pages import Section, detail_page
from zhijia.kit.tables import Column, Table

LEDGERS = Table(
    (
        Column("name", "台账", value=lambda row: row[1].name, link=lambda row: reverse(row[1].url)),
        Column("area", "内容", value=lambda row: row[0].name),
        Column("word", "下载", value=lambda row: "Word", link=lambda row: f"{reverse(row[1].url)}?export=docx"),
    ),
    empty="您的职责范围内没有台账。", name="台账目录",
)


@for_known
def ledgers(request):
    """Every ledger the person may open."""
    rows = [(plate, each) for plate in house() for each in plate.ledgers if request.actor.may(each.power)]
    note = "台账就是平时的记录，不用另外抄写；打开后可以筛选、打印，或存成 Word 装订。"
    return detail_page(request, title="台账", note=note, sections=[Section(table=LEDGERS, rows=rows, limit=None)])
