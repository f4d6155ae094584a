"""The letters of an election in Word: the request to hold it, the sheet of results, the request to approve them."""

from zhijia.areas.congress.queries import elections as queries
from zhijia.areas.congress.rules.elections import Aim, Matter
from zhijia.areas.congress.tables.elections import state_of
from zhijia.areas.voting.rules import Stage as Voting
from zhijia.kit.formats import day
from zhijia.kit.paper import Col, Grid, Paper, Para

BALLOT = (
    Col("应到", 3), Col("实到", 3), Col("发出票", 3), Col("收回票", 3), Col("有效票", 3), Col("废票", 3),
)  # fmt: skip
VOTES = (Col("序号", 2.5), Col("姓名", 6), Col("同意", 4), Col("不同意", 4), Col("弃权", 4), Col("结果", 6))
NAMES = (Col("序号", 2.5), Col("姓名", 5), Col("性别", 3), Col("单位、班组", 8, "left"), Col("职务", 6), Col("得票", 4))


def request_letter(request) -> Paper:
    """The request as it was handed up."""
    election = request.election
    write = _asking if request.matter == Matter.HOLD else _reporting
    return write(election, request)


def _asking(election, request) -> Paper:
    """请示 to hold the election: seats, how it is held, who stands."""
    above = election.union.parent
    people = queries.standing(election)
    surplus = f"候选人 {len(people)} 名，差额 {len(people) - election.seats} 名。" if len(people) > election.seats else ""
    at = f"在{election.chamber}上" if election.chamber else "召开会员大会"
    body = [
        Para(
            f"根据《中华人民共和国工会法》《中国工会章程》和工会基层组织选举的有关规定，拟于{day(election.on)}{at}，"
            f"以无记名投票方式进行{_what(election)}，应选 {election.seats} 名，任期 {election.years} 年。{surplus}"
        ),
        Para(f"名额依据：{election.rule}") if election.rule else None,
        Grid(NAMES, [_line(n, each) for n, each in enumerate(people, 1)], title="候选人建议名单（按姓氏笔画排列）") if people
        else None,
        Para("妥否，请批示。"),
    ]  # fmt: skip
    return _letter(election, f"关于{_what(election)}的请示", body, to=above, on=request.on, number=request.number)


def _reporting(election, request) -> Paper:
    """请示 to approve the result: the count, who was elected as what."""
    vacant = f"，缺额 {election.vacant} 名" if election.vacant else ""
    people = queries.elected(election)
    verb = "罢免" if election.aim == Aim.RECALL else "选出"
    said = f"本会按照规定的程序以无记名投票方式进行了{_what(election)}，{verb} {len(people)} 名{vacant}。"
    body = [
        Para(f"{day(election.held_on)}，{said}"),
        *_votes(election),
        Grid(NAMES, [_line(n, each) for n, each in enumerate(people, 1)], title=f"{verb}人员名单"),
        Para("妥否，请批复。"),
    ]
    above = election.union.parent
    return _letter(election, f"关于{_what(election)}结果的请示", body, to=above, on=request.on, number=request.number)


def result_sheet(election) -> Paper:
    """选举结果报告单: every vote with its count, who was elected, and the hands of those who counted."""
    people = queries.elected(election)
    said = "、".join(str(each) for each in people) or "无"
    body = [
        Para(f"{day(election.held_on or election.on)}进行{_what(election)}，应选 {election.seats} 名。"),
        *_votes(election),
        Para(f"{'罢免' if election.aim == Aim.RECALL else '当选'}：{said}。"),
        Para("总监票人：　　　　　　监票人：　　　　　　计票人："),
    ]
    return _letter(election, f"{_what(election)}结果报告单", body, to=None, on=election.held_on)


def _what(election) -> str:
    """第三届工会委员会委员换届选举"""
    return f"{f'第{election.number}届' if election.number else ''}{election.body}{election.office}{election.aim}"


def _letter(election, title, body, *, to, on, number="") -> Paper:
    return Paper(
        title=f"{election.union}{title}", to=to.name if to else "", body=[piece for piece in body if piece],
        signed_by=election.union.name, dated=on, notes=[number] if number else [],
    )


def _votes(election) -> list:
    """The count of every vote that was closed: ballots, then votes a name."""
    found = []
    for each in election.rounds.select_related("vote"):
        vote = each.vote
        if vote.stage != Voting.CLOSED:
            found.append(Para(f"{each.turn}：{vote.stage}。{vote.why}"))
            continue
        ballots = [vote.entitled, vote.present, vote.issued, vote.returned, vote.valid, vote.spoilt]
        found += [
            Grid(BALLOT, [ballots], title=f"{each.turn}（应选 {each.seats} 名）"),
            Grid(VOTES, [[n, *line] for n, line in enumerate(queries.counted(each), 1)]),
        ]
    return found


def _line(number, candidate) -> list:
    person = candidate.person
    title = candidate.title or (candidate.election.office if state_of(candidate) else "")
    return [number, person.name, person.sex, str(person.union), title, candidate.votes]
