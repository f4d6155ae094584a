"""The file a paper is kept in: a Word document with our page, our styles and nothing else."""

from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zhijia.kit.paper.markup import W15, elements, tag
from zhijia.kit.paper.pieces import clean
from zhijia.kit.paper.styles import Page, Ruled, fonts_xml, styles_xml, twips

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
KEPT = {REL.STYLES, REL.SETTINGS, REL.FONT_TABLE}
SETTINGS = (
    '<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>{even}'
    '<w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/><w:compatSetting w:name="
    '"compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>'
)


def document_of(xml: str, page: Page, *, title: str, author: str = "", even_odd: bool = False) -> Any:
    """A document (python-docx) on `page` that holds the paragraphs and tables `xml` spells."""
    template = Document()
    _drop_leftovers(template)
    _replace(template.styles.element, list(parse_xml(styles_xml())))
    settings = SETTINGS.format(even="<w:evenAndOddHeaders/>" if even_odd else "")
    _replace(template.settings.element, elements(settings))
    template.part.part_related_by(REL.FONT_TABLE)._blob = fonts_xml().encode()
    _describe(template.core_properties, title, author)
    template.part._element = parse_xml(
        f'<w:document {nsdecls("w", "r", "wp")} xmlns:w15="{W15}" xmlns:mc="{MC}" mc:Ignorable="w15">'
        f"<w:body>{xml}{_section(page)}</w:body></w:document>"
    )
    return template.part.document


def write_footer(footer: Any, xml: str) -> None:
    """Let the footer hold just what `xml` spells."""
    footer.is_linked_to_previous = False
    _replace(footer._element, elements(xml))


def _drop_leftovers(document: Any) -> None:
    """The template library's thumbnail, themes and Japanese defaults are none of ours."""
    part, package = document.part, document.part.package
    for rels, kept in ((part.rels, KEPT), (package.rels, {REL.OFFICE_DOCUMENT, REL.CORE_PROPERTIES})):
        for key in [key for key, rel in rels.items() if rel.reltype not in kept]:
            rels.pop(key)


def _replace(element: Any, children: list) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _section(page: Page) -> str:
    wide = {"w:orient": "landscape"} if page.width > page.height else {}
    sides = {f"w:{side}": twips(getattr(page, side)) for side in ("top", "right", "bottom", "left", "footer")}
    grid = ""
    if isinstance(page, Ruled):
        pitch = {"w:linePitch": page.line, "w:charSpace": page.char_space}
        grid = tag("w:docGrid", {"w:type": "linesAndChars", **pitch})
    size = tag("w:pgSz", {"w:w": twips(page.width), "w:h": twips(page.height), **wide})
    margins = tag("w:pgMar", {**sides, "w:header": twips(15), "w:gutter": 0})
    return f'<w:sectPr>{size}{margins}<w:cols w:space="425"/>{grid}</w:sectPr>'


def _describe(properties: Any, title: str, author: str) -> None:
    properties.title = clean(title)[:255]
    properties.author = properties.last_modified_by = clean(author)[:255]
    properties.comments = properties.keywords = ""
    properties.language = "zh-CN"
