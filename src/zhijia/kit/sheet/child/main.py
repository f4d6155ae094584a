"""The process in which a file is opened: limits first, then the reader that fits the content, rows out on
stdout.

What is written is a stream of marshalled tuples of plain values, each after its length in eight bytes:
("book", kind, lines) · ("sheet", name, hidden, caption) · ("rows", [row, …]) · ("merged", [range, …]) ·
("note", sentence) · ("end",) — or ("refused", sentence) at any point.
"""

import contextlib
import marshal
import sys

from zhijia.kit.sheet.child.refusal import Unfit

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN = (
    "这个文件已经损坏或者没有传完，打不开。"
    "请重新拷贝或下载一份；能用 WPS 或 Excel 打开的，另存为 .xlsx 再导入。"
)


def main(path: str, name: str) -> None:
    """Read the file and send what it holds; any failure becomes one sentence."""
    limit()
    out = sys.stdout.buffer
    try:
        for part in parts(path, name):
            send(out, part)
        send(out, ("end",))
    except Unfit as refusal:
        send(out, ("refused", str(refusal)))
    except BaseException:  # noqa: B036 — calamine's panics are no Exceptions; whatever happens, the parent is told
        with contextlib.suppress(OSError):
            send(out, ("refused", BROKEN))


def send(out, part: tuple) -> None:
    """One part in one piece: read back in one piece, it costs a tenth of reading value by value."""
    blob = marshal.dumps(part)
    out.write(len(blob).to_bytes(8, "little") + blob)
    out.flush()


def limit() -> None:
    """Cap memory and processor time of this process (POSIX; Windows has no such call, the parent's clock
    remains).
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def parts(path: str, name: str):
    """Choose the reader by what the file is, not by what it is called."""
    with open(path, "rb") as file:
        head = file.read(4096)
    if not head.strip(b"\0 \r\n\t"):
        raise Unfit("这是一个空文件，里面没有内容。请确认选对了文件。")
    if head.startswith(b"PK\x03\x04"):
        return zipped(path)
    if head.startswith(OLE):
        return old_office(path)
    from zhijia.kit.sheet.child import text

    return text.parts(path, name)


def zipped(path: str):
    """xlsx, xlsb, ods or docx, after the zip itself has been looked over."""
    from zhijia.kit.sheet.child import archive, calamine, docx

    entries = archive.check(path)
    if "word/document.xml" in entries:
        return docx.parts(path)
    if "xl/workbook.xml" in entries or "xl/workbook.bin" in entries or "content.xml" in entries:
        return calamine.parts(path, "xlsx", entries)
    raise Unfit("这个压缩文件里没有表格。请解压后，选里面的 .xlsx、.xls、.csv 或 .docx 文件。")


def old_office(path: str):
    """xls — or something else in the same old container, told apart by the names of its streams."""
    with open(path, "rb") as file:
        content = file.read()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unfit("这个文件设了打开密码，读不了。请用 WPS 或 Excel 打开，取消密码后另存，再导入。")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unfit("这是旧版 Word 文件（.doc），读不了。请用 WPS 或 Word 打开，另存为 .docx 再导入。")
    from zhijia.kit.sheet.child import calamine

    return calamine.parts(path, "xls", {})
