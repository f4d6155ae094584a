"""What the papers of a sitting say, put together from its records: resolutions, minutes, report."""

from zhijia.areas.congress.models import Attendance, Item, Resolution, Sitting
from zhijia.areas.congress.queries import sittings
from zhijia.areas.congress.rules.kinds import Kind
from zhijia.kit.formats import day


def numbers(sitting: Sitting) -> str:
    """第六届教职工代表大会应到代表 55 人，实到 52 人。"""
    return "".join(_came(each) for each in sitting.chambers.select_related("congress"))


def _came(chamber) -> str:
    whom = "职工" if Kind(chamber.congress.kind).of_all else "代表"
    return f"{chamber.congress}应到{whom} {chamber.entitled or 0} 人，实到 {chamber.present or 0} 人。"


def vote(item: Item) -> str:
    """How an item was voted, chamber by chamber."""
    found = sittings.ballots(item)
    if len(found) == 1:
        return f"{found[0].vote.kind if found[0].vote else '表决'}：{found[0].said}。"
    return "".join(f"{each.chamber.congress}{each.said}。" for each in found)


def resolution(item: Item) -> str:
    """A resolution as it is first written; the union may word it anew."""
    about = f"{item.text}\n" if item.text else ""
    return (
        f"{day(item.sitting.on)}，{item.sitting.title}审议了《{item.title}》。{numbers(item.sitting)}"
        f"{vote(item)}赞成票超过全体代表的半数，大会决定通过《{item.title}》。\n{about}".strip()
    )


def minutes(sitting: Sitting) -> str:
    """Minutes as they are first written when a sitting closes."""
    lines = [_opening(sitting), numbers(sitting)]
    lines += [_heard(item) for item in sitting.items.filter(kind=Item.Kind.REPORT)]
    lines += [_elected(item) for item in sitting.items.filter(kind=Item.Kind.ELECTION)]
    lines += [_decided(item) for item in sitting.items.filter(kind=Item.Kind.DECIDE)]
    if count := Resolution.objects.filter(sitting=sitting).count():
        lines.append(f"会议形成决议 {count} 件。")
    return "\n".join(filter(None, (*lines, absent(sitting))))


def _opening(sitting: Sitting) -> str:
    place = f"在{sitting.place}" if sitting.place else ""
    chair = f"会议由{sitting.chair}主持。" if sitting.chair else ""
    topic = f"会议的中心议题是{sitting.topic.rstrip('。')}。" if sitting.topic else ""
    return f"{day(sitting.on)}，{sitting.title}{place}召开。{chair}{topic}"


def _heard(item: Item) -> str:
    by = f"{item.speaker}作的" if item.speaker else ""
    return f"会议听取了{by}《{item.title}》。" if item.heard else f"《{item.title}》列入议程，本次会议未作报告。"


def _elected(item: Item) -> str:
    return f"会议进行了{item.title}。" if item.heard else ""


def _decided(item: Item) -> str:
    if item.carried is None:
        return f"《{item.title}》列入议程，本次会议未提交表决。"
    end = "超过全体代表的半数，通过。" if item.carried else "未超过全体代表的半数，未通过。"
    return f"会议审议《{item.title}》。{vote(item)}{end}"


def absent(sitting: Sitting) -> str:
    """Who did not come, by name; reasons stay in the sign-in list."""
    lines = Attendance.objects.filter(chamber__sitting=sitting, delegate__observer=False).select_related("delegate__person")
    names = {each: [] for each in (Attendance.Coming.EXCUSED, Attendance.Coming.ABSENT)}
    for line in lines:
        if line.coming in names and line.delegate.person.name not in names[line.coming]:
            names[line.coming].append(line.delegate.person.name)
    return "".join(f"{coming.value}：{'、'.join(those)}。" for coming, those in names.items() if those)
