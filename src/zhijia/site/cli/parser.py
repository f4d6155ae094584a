"""What can be typed. Words in Chinese; the shape of each command is the contract of docs/operate/command-line.md."""

import argparse

_WORDS = {
    "usage: ": "用法：", "positional arguments": "要填的", "options": "可选的", "optional arguments": "可选的",
    "show this help message and exit": "显示这段说明",
}


class Parser(argparse.ArgumentParser):
    """argparse that speaks Chinese and leaves with 2 when it is not understood."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._positionals.title, self._optionals.title = "要填的", "可选的"

    def format_help(self):
        return _chinese(super().format_help())

    def format_usage(self):
        return _chinese(super().format_usage())

    def error(self, message):
        self.exit(2, f"没有看懂这条命令：{_why(message)}\n{self.format_usage()}用 {self.prog} --help 看说明。\n")


def _chinese(text: str) -> str:
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    return text


def _why(message: str) -> str:
    for english, chinese in (
        ("the following arguments are required:", "还缺"), ("unrecognized arguments:", "多了"),
        ("invalid choice:", "没有这个选项"), ("expected one argument", "后面要跟一个值"), ("argument", "参数"),
        ("choose from", "可选"), ("invalid int value:", "应是整数"),
    ):
        message = message.replace(english, chinese)
    return message


def parse(argv):
    """The arguments of one command as a namespace with `command` and `json`."""
    return _parser().parse_args(argv)


def _parser() -> Parser:
    from zhijia import __version__

    root = Parser(prog="zhijia", description="职工之家：基层工会的一年，从记录到签字的总结。")
    root.add_argument("--version", action="version", version=f"职工之家 {__version__}", help="显示版本")
    commands = root.add_subparsers(dest="command", required=True, metavar="命令", parser_class=Parser)

    def command(name, words):
        made = commands.add_parser(name, help=words, description=words)
        made.add_argument("--json", action="store_true", help="结果以 JSON 写到标准输出")
        return made

    demo = command("demo", "建立演示数据，写出演示乡镇工会的总结，并打开网页服务")
    demo.add_argument("--no-serve", action="store_true", help="只建数据和总结，不开服务")
    demo.add_argument("--port", type=int, default=8000, metavar="端口", help="网页端口，默认 8000")
    serve = command("serve", "打开网页服务（只对本机）")
    serve.add_argument("--port", type=int, default=8000, metavar="端口", help="网页端口，默认 8000")
    init = command("init", "从零开始：建立第一个工会和它的主席账号")
    init.add_argument("--name", required=True, metavar="名称", help="工会全称")
    init.add_argument("--kind", required=True, metavar="类型", help="如 基层工会、车间工会、乡镇工会、学校工会")
    init.add_argument("--code", metavar="代码", help="短代码，不填则自动生成")
    init.add_argument("--region", default="全国", metavar="地区", help="决定适用哪一地的标准，如 广西、安徽")
    init.add_argument("--chair", default="主席", metavar="姓名", help="主席姓名")
    init.add_argument("--under", metavar="上级代码", help="上级工会的代码（已有工会时必填）")
    command("unions", "列出这里的工会")
    figures = command("figures", "一个工会一年的全部数字，每个都有多少行记录作依据")
    _union_and_year(figures)
    figures.add_argument("--as-of", metavar="日期", help="只算到这一天，如 2021-06-30")
    for name, words in (("summary", "起草年度工作总结并写成文件"), ("plan", "写出年度工作计划")):
        paper = command(name, words)
        _union_and_year(paper)
        paper.add_argument("-o", "--out", required=True, metavar="文件", help="写到哪里：.docx、.txt 或 .json")
        if name == "summary":
            paper.add_argument("--outline", metavar="提纲", help="不填则按工会类型自动选：township、workshop、school")
    bring = command("import", "导入表格：先判断、给预览，同意后一次写入，30 天内可撤销")
    bring.add_argument("kind", nargs="?", metavar="类型", help="roster 花名册、visits 走访慰问登记簿")
    bring.add_argument("file", nargs="?", metavar="文件", help="Excel、CSV 或 Word 文件")
    bring.add_argument("--union", metavar="代码", help="导入到哪个工会")
    bring.add_argument("--list", action="store_true", help="列出能导入的类型和各自的栏目")
    bring.add_argument("--dry-run", action="store_true", help="只判断，绝不写入")
    bring.add_argument("--yes", action="store_true", help="不再询问，直接写入")
    bring.add_argument("--sheet", metavar="工作表", help="只读这一张工作表")
    bring.add_argument("--rows", action="store_true", help="JSON 中带上每一行")
    bring.add_argument("--option", action="append", default=[], metavar="名=值", help="附加说明，如 year=2021")
    undo = command("undo", "撤销一批导入")
    undo.add_argument("batch", metavar="批次号")
    backup = command("backup", "备份（不含密钥，密钥请另存）")
    backup.add_argument("-o", "--out", metavar="文件", help="写到哪里，不填则放进备份文件夹")
    restore = command("restore", "把备份恢复到一个空的文件夹")
    restore.add_argument("file", metavar="备份文件")
    command("rekey", "更换密钥：全部加密资料换用新密钥（先自动备份；请在没人使用时执行）")
    command("check", "检查数据库、留痕、文件和最近一次备份")
    return root


def _union_and_year(parser):
    parser.add_argument("union", metavar="工会代码")
    parser.add_argument("year", metavar="年份", help="如 2021；也可写 2021统计年度、2021学年、2021上半年")
