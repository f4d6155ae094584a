"""GB/T 9704-2012 as data: the page, the grid, the fonts and how each kind of paragraph looks."""

import math
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def twips(mm: float) -> int:
    """Word measures in twentieths of a point."""
    return round(mm * 1440 / 25.4)


@dataclass(frozen=True)
class Page:
    """A sheet and its margins in millimetres."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int

    @property
    def text_width(self) -> int:
        return twips(self.width) - twips(self.left) - twips(self.right)

    @property
    def text_height(self) -> int:
        return twips(self.height) - twips(self.top) - twips(self.bottom)


@dataclass(frozen=True)
class Ruled(Page):
    """A sheet that `grid` lines of so many characters must fill."""

    grid: tuple[int, int]

    @property
    def line(self) -> int:
        return self.text_height // self.grid[0]

    @property
    def char(self) -> int:
        return self.text_width // self.grid[1]

    @property
    def char_space(self) -> int:
        """What Word adds to every character of the body size, in 1/4096 point, rounded down."""
        return math.floor((self.text_width / 20 / self.grid[1] - BODY_SIZE) * 4096)


BODY_SIZE = 16  # 三号
OFFICIAL = Ruled(210, 297, top=37, bottom=35, left=28, right=26, footer=24, grid=(22, 28))  # 版心 156 × 225 mm
LANDSCAPE = Page(297, 210, top=20, bottom=22, left=18, right=18, footer=8)
LINE, CHAR = OFFICIAL.line, OFFICIAL.char

XIAOBIAOSONG, HEI, KAI, FANGSONG, SONG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"
ALSO_CALLED = {  # names under which the same face may be installed; Word and WPS look for these next
    XIAOBIAOSONG: "方正小标宋_GBK,华文中宋,宋体",
    FANGSONG: "仿宋,FangSong,华文仿宋",
    KAI: "楷体,KaiTi,华文楷体",
    HEI: "SimHei",
    SONG: "SimSun",
}


@dataclass(frozen=True)
class Look:
    """How one kind of paragraph looks: sizes in points, indents in characters, space in twips.

    `fitted` letters are drawn together so that 28 of the body size stand on a line.
    """

    id: str
    name: str
    font: str = FANGSONG
    size: float = BODY_SIZE
    align: str = "both"
    indent: float = 0
    line: int = LINE
    rule: str = "exact"
    before: int = 0
    after: int = 0
    outline: int | None = None
    keep_next: bool = False
    latin: str = "Times New Roman"
    fitted: bool = True


LOOKS = (
    Look("Normal", "Normal"),
    Look("Title", "Title", XIAOBIAOSONG, 22, "center", after=LINE, latin=XIAOBIAOSONG, fitted=False),  # 二号
    Look("Body", "公文正文", indent=2),
    Look("Heading1", "heading 1", HEI, indent=2, outline=0),
    Look("Heading2", "heading 2", KAI, indent=2, outline=1),
    Look("Heading3", "heading 3", indent=2, outline=2),
    Look("Heading4", "heading 4", indent=2, outline=3),
    Look("Addressee", "主送机关"),
    Look("Attachment", "附件说明", align="left"),
    Look("Signature", "署名", align="center"),
    Look("Note", "附注", indent=2),
    Look("Footer", "footer", SONG, 14, "left", line=360, latin=SONG),  # 四号
    Look("GridTitle", "表题", HEI, align="center", before=LINE // 2, after=LINE // 4, keep_next=True),
    Look("GridHead", "表头", HEI, 11, "center", line=300, rule="atLeast", fitted=False),
    Look("GridCell", "表格", FANGSONG, 11, "left", line=300, rule="atLeast", fitted=False),
    Look("LedgerTitle", "台账标题", XIAOBIAOSONG, 20, "center", line=560, after=60, fitted=False),
    Look("LedgerLine", "台账行", FANGSONG, 12, "left", line=360, rule="atLeast", fitted=False),
    Look("LedgerFoot", "台账页脚", SONG, 9, "left", line=240, rule="atLeast", latin=SONG, fitted=False),
)
HEADINGS = ("Body", "Heading1", "Heading2", "Heading3", "Heading4")


DEFAULTS = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
  <w:name w:val="Default Paragraph Font"/><w:semiHidden/>
</w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">
  <w:name w:val="Normal Table"/><w:semiHidden/>
  <w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>
</w:style>"""


def styles_xml() -> str:
    """The whole style sheet: nothing but what a paper needs."""
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_fonts(LOOKS[0])}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        f"</w:docDefaults>{''.join(map(_style, LOOKS))}{DEFAULTS}</w:styles>"
    )


# The page declares the grid of 22 × 28, yet no paragraph leans on it: programs disagree about a cell
# smaller than its character (some give it two cells). Exact lines and letters drawn together by FIT
# make 22 × 28 in all of them; one twip more allows for their rounding.
FIT = CHAR - BODY_SIZE * 20 - 1


def _style(look: Look) -> str:
    size, normal = round(look.size * 2), look.id == "Normal"
    based = "" if normal else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" w:default="{int(normal)}" w:styleId="{look.id}">'
        f'<w:name w:val="{look.name}"/>{based}<w:qFormat/><w:pPr>{_paragraph(look)}</w:pPr>'
        f'<w:rPr>{_fonts(look)}<w:snapToGrid w:val="0"/><w:spacing w:val="{FIT if look.fitted else 0}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _paragraph(look: Look) -> str:
    """Paragraph properties, in the order the schema asks for."""
    heading = look.outline is not None
    parts = (
        "<w:keepNext/>" * (heading or look.keep_next),
        '<w:widowControl w:val="0"/>',
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="{look.before}" w:after="{look.after}" ',
        f'w:line="{look.line}" w:lineRule="{look.rule}"/>',
        indent(first=look.indent) if look.indent else "",
        f'<w:jc w:val="{look.align}"/>',
        f'<w:outlineLvl w:val="{look.outline}"/>' if heading else "",
    )
    return "".join(parts)


def _fonts(look: Look) -> str:
    latin = f'w:ascii="{look.latin}" w:hAnsi="{look.latin}" w:cs="{look.latin}"'
    return f'<w:rFonts {latin} w:eastAsia="{look.font}"/>'


def indent(*, left: float = 0, right: float = 0, first: float = 0, hanging: float = 0) -> str:
    """An indent in characters, once as Word counts them and once as a length for programs that do not."""
    sides = {"left": left, "right": right, "firstLine": first, "hanging": hanging}
    pairs = (
        f'w:{side}Chars="{round(chars * 100)}" w:{side}="{round(chars * CHAR)}"'
        for side, chars in sides.items()
        if chars
    )
    return f"<w:ind {' '.join(pairs)}/>"


def fonts_xml() -> str:
    """The font table: the standard's faces and the other names they go by."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(others)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, others in ALSO_CALLED.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="{W}">{fonts}</w:fonts>'
