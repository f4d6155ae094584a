"""The commands. Each returns (answer, exit code): the answer is the JSON value; people's tables are printed on the way."""

import sys
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from zhijia.core.database import backup as safe
from zhijia.core.files.rotate import rotate_files
from zhijia.core.home import home
from zhijia.core.imports.batches import undo as take_back
from zhijia.core.imports.models import Batch
from zhijia.core.org.actor import system
from zhijia.core.org.models import Kind, Union
from zhijia.core.org.scope import branches
from zhijia.core.periods import parse_period
from zhijia.core.private.keys import ring
from zhijia.core.private.rotate import new_key, rotate
from zhijia.core.refused import Refused
from zhijia.core.trail import chain
from zhijia.kit.area import house, importer
from zhijia.site import first, start
from zhijia.site.cli.tables import say, table

DONE, LOOK = 0, 1


def demo(arguments):
    """Build the demo, write the township's summary, serve."""
    from zhijia.site.demo import build

    start.prepare()
    built = build.build(say)
    answer = {"summary": str(built.summary), "url": f"http://127.0.0.1:{arguments.port}/", "logins": built.logins}
    table(("账号", "密码", "身份"), [(each["username"], each["password"], each["who"]) for each in built.logins], arguments)
    say(f"演示总结：{built.summary}")
    if arguments.no_serve:
        return answer, DONE
    if arguments.json:
        import json

        print(json.dumps(answer, ensure_ascii=False), flush=True)
    start.serve(arguments.port, say)
    return None, DONE


def serve(arguments):
    """Serve on this machine only."""
    start.prepare()
    start.serve(arguments.port, say)
    return None, DONE


def init(arguments):
    """The first union and its chair, from nothing."""
    start.prepare()
    made, login = first.found(
        name=arguments.name, kind=arguments.kind, code=arguments.code, region=arguments.region,
        chair=arguments.chair, under=arguments.under, today=timezone.localdate(),
    )
    table(("工会", "代码", "账号", "初始密码"), [(made.name, made.code, login["username"], login["password"])], arguments)
    return {"union": made.code, "login": login}, DONE


def unions(arguments):
    """The unions of this home, with the years that have records."""
    from zhijia.areas.summary import queries

    start.prepare()
    rows = queries.unions_with_years()
    lines = [(r["code"], r["name"], r["kind"], "、".join(map(str, r["years"]))) for r in rows if r["kind"] != Kind.GROUP]
    table(("代码", "名称", "类型", "有记录的年份"), lines, arguments)
    return rows, DONE


def figures(arguments):
    """Every figure of a union and period."""
    from zhijia.areas.summary import queries

    start.prepare()
    union, period = _union(arguments.union), _period(arguments)
    rows = queries.figure_rows(branches(union), period)
    lines = [
        (r["key"], r["label"], "没有记录" if r["value"] is None else f"{r['value']} {r['kind']}", f"{r['rows']} 行") for r in rows
    ]
    table(("数字", "口径", "值", "依据"), lines, arguments)
    return rows, DONE


def summary(arguments):
    """A draft as Word, text or JSON."""
    from zhijia.areas.summary import actions, export

    start.prepare()
    union, period = _union(arguments.union), _period(arguments)
    paper = actions.draft_paper(system(), union, period, outline=arguments.outline or "")
    return _written(export.write(paper, _target(arguments)), arguments)


def plan(arguments):
    """The plan as Word, text or JSON; where there is none yet, one is drawn up from last year and the calendar."""
    from zhijia.areas.plan import actions, export, queries

    start.prepare()
    union, period = _union(arguments.union), _period(arguments)
    found = queries.current(union, period.end.year) or actions.begin(system(), union, period.end.year)
    return _written(export.write(found, _target(arguments)), arguments)


def _target(arguments) -> Path:
    """Where a paper is to be written; refused before any work is done where it cannot be."""
    path = Path(arguments.out)
    if path.suffix.lower() not in (".docx", ".txt", ".json"):
        raise Refused(f"“{path.name}”要以 .docx、.txt 或 .json 结尾。")
    if not path.parent.is_dir():
        raise Refused(f"没有这个文件夹：{path.parent}")
    return path


def _written(answer, arguments):
    say(f"已写出：{answer['file']}")
    for blank in answer["blanks"]:
        say(f"  待补：{blank}")
    return answer, LOOK if answer["blanks"] else DONE


def bring(arguments):
    """Judge a file, show it, and write it when told to."""
    if arguments.list:
        return _kinds(arguments)
    if not (arguments.kind and arguments.file and arguments.union):
        raise Refused("请写明类型、文件和 --union 工会代码，例如：zhijia import roster 花名册.xlsx --union qinglang")
    start.prepare()
    chosen = importer(arguments.kind)
    if chosen is None:
        raise Refused(f"不能导入“{arguments.kind}”。可用的类型：{'、'.join(each.kind for each in _importers())}。")
    path, union = Path(arguments.file), _union(arguments.union)
    if not path.is_file():
        raise Refused(f"没有找到文件：{path}")
    say("正在读取和判断……")
    verdict = chosen.judge(
        system(), union, path, name=path.name, options=_options(arguments), today=timezone.localdate()
    )
    _preview(verdict, arguments)
    batch = None
    if not arguments.dry_run and (arguments.yes or _agreed(verdict)):
        batch = chosen.write(system(), union, verdict)
        say(f"已写入，批次号 {batch.code}。撤销：zhijia undo {batch.code}" if batch else "没有需要写入的内容。")
    return _told(verdict, batch, arguments), LOOK if verdict.problems else DONE


def _preview(verdict, arguments):
    counts = verdict.counts
    if arguments.json:
        return
    table(("工作表", "行", "栏目", "问题"), [(p.sheet, p.row, p.column, p.message) for p in verdict.problems[:40]], arguments)
    if len(verdict.problems) > 40:
        say(f"……另有 {len(verdict.problems) - 40} 处，网页预览中可全部查看。")
    for note in verdict.notes:
        say(note)
    say(
        f"新增 {counts['new']}，相同 {counts['same']}，更改 {counts['changed']}，不导入 {counts['left_out']}，"
        f"需核对 {len(verdict.problems)} 处。"
    )


def _agreed(verdict) -> bool:
    counts = verdict.counts
    if not counts["new"] and not counts["changed"]:
        return False
    if not sys.stdin.isatty():
        say("没有写入。确认无误后加 --yes 再执行一次。")
        return False
    return input("写入吗？输入 y 并回车：").strip().lower() in ("y", "yes", "是")


def _told(verdict, batch, arguments) -> dict:
    answer = {
        "kind": verdict.kind, "batch": batch.code if batch else None, **verdict.counts,
        "problems": [asdict(p) for p in verdict.problems], "totals": verdict.totals,
    }
    if arguments.rows:
        answer["rows"] = [{"sheet": r.sheet, "row": r.row, "status": r.status, **r.fields} for r in verdict.rows]
    return answer


def _importers():
    return [each for plate in house() for each in plate.importers]


def _kinds(arguments):
    rows = [{"kind": each.kind, "label": each.label, "columns": list(each.columns)} for each in _importers()]
    table(("类型", "名称", "栏目"), [(r["kind"], r["label"], "、".join(r["columns"])) for r in rows], arguments)
    return rows, DONE


def _options(arguments) -> dict:
    found = dict(pair.split("=", 1) for pair in arguments.option if "=" in pair)
    return {**found, **({"sheet": arguments.sheet} if arguments.sheet else {})}


def undo(arguments):
    """Take an import back."""
    start.prepare()
    batch = Batch.objects.filter(code=arguments.batch).first()
    if batch is None:
        raise Refused(f"没有批次 {arguments.batch}。")
    answer = take_back(system(), batch, power=importer(batch.kind).power)
    say(f"已撤销：删去 {answer['removed']} 行，还原 {answer['restored']} 行。")
    return answer, DONE


def backup(arguments):
    """A backup that was opened and checked after it was written."""
    start.prepare()
    made = safe.backup(Path(arguments.out) if arguments.out else None, progress=_progress)
    say(f"已备份：{made}\n密钥不在备份里，请另行妥善保存：{home().master_key_file}")
    return {"file": str(made)}, DONE


def restore(arguments):
    """Into an empty home only."""
    restored = safe.restore(Path(arguments.file), home(), progress=_progress)
    call_command("migrate", verbosity=0)
    say("已恢复。请运行 zhijia check 核对。")
    return restored if isinstance(restored, dict) else {"restored": arguments.file}, DONE


def rekey(arguments):
    """A new master key for everything sealed; one that was interrupted is finished first, instead of another new one."""
    start.prepare()
    saved = safe.backup(None)
    done = sum(rotate(old, ring().current, progress=_progress) for old in ring().keys[1:])
    if not done:
        old = ring().current
        done = rotate(old, new_key(), progress=_progress)
    files = rotate_files(progress=_progress)
    say(f"已换用新密钥：{done} 行资料、{files} 个附件。事先的备份：{saved}\n请重新另存密钥文件：{home().master_key_file}")
    return {"rows": done, "files": files, "backup": str(saved)}, DONE


def check(arguments):
    """Database, trail chain, files, last backup."""
    start.prepare()
    findings = [str(each) for each in safe.check()] + chain.verify()
    for each in findings:
        say(each)
    say("检查完毕：没有发现问题。" if not findings else f"检查完毕：{len(findings)} 处需要处理。")
    return {"findings": findings}, LOOK if findings else DONE


def _progress(done, total, message=""):
    if total and sys.stderr.isatty():
        print(f"\r{message} {done}/{total}", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _union(code) -> Union:
    found = Union.objects.filter(code=code).first() or Union.objects.filter(name=code).first()
    if found is None:
        raise Refused(f"没有代码为“{code}”的工会。用 zhijia unions 看全部代码。")
    return found


def _period(arguments):
    try:
        period = parse_period(arguments.year)
    except ValueError as wrong:
        raise Refused(str(wrong)) from wrong
    if not getattr(arguments, "as_of", None):
        return period
    try:
        day = date.fromisoformat(arguments.as_of)
    except ValueError as wrong:
        raise Refused(f"日期“{arguments.as_of}”看不懂，请写成 2021-06-30。") from wrong
    return replace(period, end=min(max(day, period.start), period.end))


COMMANDS = {
    "demo": demo, "serve": serve, "init": init, "unions": unions, "figures": figures, "summary": summary, "plan": plan,
    "import": bring, "undo": undo, "backup": backup, "restore": restore, "rekey": rekey, "check": check,
}
