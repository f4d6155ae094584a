"""The file a paper is kept in: an empty Word document with our page, our styles and nothing else."""

from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml import parse_xml
from lxml import etree

from zhijia.kit.paper.markup import W15, elements, tag
from zhijia.kit.paper.styles import Page, fonts_xml, styles_xml, twips

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


def blank(page: Page, *, title: str, author: str = "", even_odd: bool = False) -> Any:
    """An empty document (python-docx) on `page`."""
    document = Document()
    _drop_leftovers(document)
    _replace(document.styles.element, list(parse_xml(styles_xml())))
    _replace(
        document.settings.element,
        elements(SETTINGS.format(even="<w:evenAndOddHeaders/>" if even_odd else "")),
    )
    document.part.part_related_by(REL.FONT_TABLE)._blob = fonts_xml().encode()
    _declare_content_controls(document.element)
    _lay_out(document.sections[0], page)
    _describe(document.core_properties, title, author)
    return document


def fill(document: Any, xml: str) -> None:
    """Put the paragraphs and tables that `xml` spells into the document."""
    body = document.element.body
    for element in elements(xml):
        body.sectPr.addprevious(element)
    etree.cleanup_namespaces(body)


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


def _declare_content_controls(root: Any) -> None:
    """Let programs older than the namespace of hidden content controls pass over it."""
    etree.cleanup_namespaces(root, top_nsmap={"w15": W15}, keep_ns_prefixes=["w15", "mc", "r", "w", "wp"])
    root.set(f"{{{MC}}}Ignorable", "w15")


def _lay_out(section: Any, page: Page) -> None:
    wide = {"w:orient": "landscape"} if page.width > page.height else {}
    sides = {f"w:{side}": twips(getattr(page, side)) for side in ("top", "right", "bottom", "left", "footer")}
    parts = [
        tag("w:pgSz", {"w:w": twips(page.width), "w:h": twips(page.height), **wide}),
        tag("w:pgMar", {**sides, "w:header": twips(15), "w:gutter": 0}),
        tag("w:cols", {"w:space": 425}),
    ]
    if page.grid:
        pitch = {"w:linePitch": page.line, "w:charSpace": page.char_space}
        parts.append(tag("w:docGrid", {"w:type": "linesAndChars", **pitch}))
    _replace(section._sectPr, elements("".join(parts)))


def _describe(properties: Any, title: str, author: str) -> None:
    properties.title, properties.author, properties.last_modified_by = title[:255], author[:255], author[:255]
    properties.comments = properties.keywords = ""
    properties.language = "zh-CN"
