"""What a file is, by its content; its name is only believed where the content leaves a choice."""

import io
import re
import zipfile
from dataclasses import dataclass

from zhijia.core.refused import Refused

OPEN_XML = "application/vnd.openxmlformats-officedocument."
SPREADSHEET, DOCUMENT = OPEN_XML + "spreadsheetml.sheet", OPEN_XML + "wordprocessingml.document"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PAGE = re.compile(r"\s*<(!doctype|\?xml|html|svg|head|body|table|script|meta|style)\b", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
ACCEPTED = "xlsx、xls、csv、docx、pdf、jpg、png、txt"


@dataclass(frozen=True)
class Content:
    """A kind of file: its media type and the ending its name should have."""

    mime: str
    ending: str


XLSX, XLS = Content(SPREADSHEET, ".xlsx"), Content("application/vnd.ms-excel", ".xls")
DOCX, PDF = Content(DOCUMENT, ".docx"), Content("application/pdf", ".pdf")
JPEG, PNG = Content("image/jpeg", ".jpg"), Content("image/png", ".png")
CSV, TXT = Content("text/csv", ".csv"), Content("text/plain", ".txt")


def judge(data: bytes, name: str = "") -> Content:
    """The kind of a file, Refused with the way out when it is none we take."""
    if not data:
        raise Refused("文件是空的，请检查后重新选择。")
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    if data.startswith(OLE):
        return _old_office(data)
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return _text(data, name)


def _office(data: bytes) -> Content:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise Refused("文件已损坏，打不开。请从原处重新复制一份。") from None
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refused("文件里带有宏，不能接收。请另存为不带宏的 xlsx 或 docx。")
    for part, content in (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX)):
        if part in names and "[Content_Types].xml" in names:
            return content
    raise Refused(f"这是压缩包，不能接收。请解压后逐个上传（可用：{ACCEPTED}）。")


def _old_office(data: bytes) -> Content:
    if _stream("EncryptedPackage") in data:
        raise Refused("文件设了打开密码。请先取消密码，再上传。")
    if _stream("WordDocument") in data:
        raise Refused("这是旧版 Word（doc）。请另存为 docx 再上传。")
    if _stream("Workbook") in data or _stream("Book") in data:
        return XLS
    raise Refused(f"不能识别这个文件。可用的类型：{ACCEPTED}。")


def _stream(name: str) -> bytes:
    """A directory entry of an old Office file."""
    return name.encode("utf-16-le") + b"\0\0"


def _text(data: bytes, name: str) -> Content:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if CONTROL.search(text):
            break
        if PAGE.match(text):
            raise Refused("这个文件其实是网页。请用 WPS 或 Excel 打开，另存为 xlsx 再上传。")
        return CSV if name.lower().endswith(".csv") else TXT
    if name.lower().endswith((".csv", ".txt")):
        raise Refused("这个文件用了两种编码，或者不是文字文件，读不出来。请用 WPS 或 Excel 打开，另存为 xlsx 再上传。")
    raise Refused(f"不能识别这个文件。可用的类型：{ACCEPTED}。")
