"""A record of every kind of the appraisal room, and the addresses that take one."""

from datetime import date
from io import BytesIO

from tests.house.rooms import at
from zhijia.areas.appraisal import actions
from zhijia.areas.appraisal.rules import Kind, Way
from zhijia.areas.voting import actions as voting

DAY, LATER = date(2025, 3, 8), date(2025, 3, 20)
WHOLE = {"weight": 100, "way": Way.KEYED}


def keep(side, kept):
    """A round being prepared, one being voted on, one released with a talk; of the groups one votes by slips and names."""
    _prepared(side, kept)
    _voting(side, kept)
    _released(side, kept)


def _prepared(side, kept):
    chair, mark = side.chair, side.mark
    kept.prepared_round = _begun(side, Kind.LEADERS, f"{mark}班组长评议")
    kept.prepared_subject = actions.add_people(chair, kept.prepared_round, [(kept.colleague, f"{mark}班长")])[0]
    upload = BytesIO(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    upload.name = f"{mark}述职报告.pdf"
    actions.hand_in(chair, kept.prepared_subject, on=DAY, report=f"{side.secret}述职", upload=upload)
    kept.prepared_panel = kept.prepared_round.panels.first()
    judges = [kept.person, kept.without_account, kept.newcomer, kept.applicant, kept.doubted]
    actions.set_panel(
        chair, kept.prepared_round, panel=kept.prepared_panel, title=f"{mark}代表组", weight=60, way=Way.SLIPS, people=judges
    )


def _voting(side, kept):
    chair, mark = side.chair, side.mark
    found = _begun(side, Kind.SURVEY, f"{mark}食堂测评", questions=[f"{mark}饭菜"])
    kept.open_round, kept.open_panel = found, found.panels.get()
    judges = [kept.person, kept.without_account, kept.newcomer, kept.applicant, kept.doubted]
    actions.set_panel(
        chair, found, panel=kept.open_panel, title=f"{mark}职工组", weight=50, way=Way.SLIPS, people=judges
    )
    kept.keyed_panel = actions.set_panel(chair, found, title=f"{mark}家属组", weight=50, way=Way.KEYED, heads=9)
    actions.call_votes(chair, found)
    kept.open_panel.refresh_from_db()
    voting.void(chair, kept.open_panel.vote, why=f"{mark}停电")


def _released(side, kept):
    chair, mark = side.chair, side.mark
    found = _begun(side, Kind.CADRES, f"{mark}干部评议")
    kept.released_round = found
    kept.judged = actions.add_people(chair, found, [(kept.person, f"{mark}主任")])[0]
    one, *rest = found.panels.all()
    for panel in rest:
        actions.remove_panel(chair, panel)
    actions.set_panel(chair, found, panel=one, title=f"{mark}全体代表", heads=40, **WHOLE)
    actions.call_votes(chair, found)
    one.refresh_from_db()
    actions.key(chair, one, issued=40, returned=40, void=0, rows=[(10, 10, 5, 15, 0)], tellers=f"{mark}甲、{mark}乙")
    actions.release(chair, found, today=LATER)
    actions.report(chair, found, reported_on=LATER, advice=f"{mark}多下班组")
    kept.talk = actions.talk(chair, kept.judged, on=LATER, by=f"{mark}书记", measures=f"{side.secret}整改", due=LATER)
    actions.follow_up(chair, kept.talk, on=LATER, outcome=f"{side.secret}做到了")


def _begun(side, kind, title, **more):
    return actions.begin(side.chair, union=side.union, kind=kind, year=2025, on=DAY, title=title, **more)


RECORDS = {
    **at("appraisal", "prepared_round", "round correct add_people add_questions add_panel ballot call_votes release withdraw"),
    **at("appraisal", "prepared_round", "void report"), **at("appraisal", "released_round", "word word_up round@released"),
    **at("appraisal", "prepared_subject", "subject remove_subject hand_in file"),
    **at("appraisal", "judged", "sheet add_talk subject@released"), **at("appraisal", "talk", "talk follow_up"),
    **at("appraisal", "prepared_panel", "panel set_panel merge remove_panel"), **at("appraisal", "keyed_panel", "key"),
    **at("appraisal", "open_panel", "again panel@open"),
}
SEALED = {f"appraisal:{name}": "appraisal" for name in ("subject", "hand_in", "talk", "follow_up")}
