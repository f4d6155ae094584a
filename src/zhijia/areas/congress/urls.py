"""Addresses of the congress room."""

from django.urls import path

from zhijia.areas.congress.views import bodies as b
from zhijia.areas.congress.views import elections as e
from zhijia.areas.congress.views import sittings as s

app_name = "congress"
bodies = [
    path("congresses/", b.congresses, name="congresses"),
    path("congresses/new/", b.found, name="found"),
    path("congresses/<int:pk>/", b.congress, name="congress"),
    path("congresses/<int:pk>/term/", b.correct_term, name="correct_term"),
    path("congresses/<int:pk>/districts/", b.draw_districts, name="draw_districts"),
    path("congresses/<int:pk>/seats/", b.share_out, name="share_out"),
    path("congresses/<int:pk>/delegates/", b.roll, name="roll"),
    path("congresses/<int:pk>/delegates/new/", b.seat, name="seat"),
    path("congresses/<int:pk>/delegates/all/", b.enrol_all, name="enrol_all"),
    path("districts/<int:pk>/", b.district, name="district"),
    path("districts/<int:pk>/elect/", b.elect, name="elect"),
    path("districts/<int:pk>/edit/", b.change_district, name="change_district"),
    path("districts/<int:pk>/drop/", b.drop_district, name="drop_district"),
    path("delegates/", b.delegates, name="delegates"),
    path("delegates/<int:pk>/", b.delegate, name="delegate"),
    path("delegates/<int:pk>/edit/", b.correct_seat, name="correct_seat"),
    path("delegates/<int:pk>/end/", b.end_seat, name="end_seat"),
    path("delegates/<int:pk>/replace/", b.replace, name="replace"),
]
words = [
    path(f"<int:pk>/{kind}.docx", s.word, {"kind": kind}, name=f"word_{kind.replace('-', '_')}")
    for kind in ("minutes", "resolutions", "results", "sign-in", "report")
]
sittings = [
    path("", s.all_sittings, name="sittings"),
    path("new/", s.plan, name="plan"),
    path("mine/", s.mine, name="mine"),
    path("sign-in/", s.sign_in_self, name="sign_in_self"),
    path("<int:pk>/", s.sitting, name="sitting"),
    path("<int:pk>/edit/", s.correct, name="correct"),
    path("<int:pk>/cancel/", s.cancel, name="cancel"),
    path("<int:pk>/agenda/", s.agenda, name="agenda"),
    path("<int:pk>/presidium/", s.preside, name="preside"),
    path("<int:pk>/notice/", s.give_notice, name="give_notice"),
    path("<int:pk>/papers/", s.hand_out, name="hand_out"),
    path("<int:pk>/papers/new/", s.attach, name="attach"),
    path("<int:pk>/door/", s.door, name="door"),
    path("<int:pk>/open/", s.convene, name="convene"),
    path("<int:pk>/close/", s.close, name="close"),
    path("<int:pk>/minutes/", s.minute, name="minute"),
    path("<int:pk>/publish/", s.publish, name="publish"),
    path("<int:pk>/unpublish/", s.unpublish, name="unpublish"),
    path("<int:pk>/report/", s.report, name="report"),
    *words,
    path("papers/<int:pk>/", s.handout, name="handout"),
    path("papers/<int:pk>/drop/", s.detach, name="detach"),
    path("chambers/<int:pk>/", s.sign_in_list, name="sign_in_list"),
    path("chambers/<int:pk>/sign-in/", s.sign_in, name="sign_in"),
    path("lines/<int:pk>/", s.correct_line, name="correct_line"),
    path("items/<int:pk>/", s.item, name="item"),
    path("items/<int:pk>/edit/", s.change_item, name="change_item"),
    path("items/<int:pk>/drop/", s.drop_item, name="drop_item"),
    path("items/<int:pk>/hear/", s.hear, name="hear"),
    path("items/<int:pk>/vote/", s.put_to_vote, name="put_to_vote"),
    path("items/<int:pk>/hands/", s.show_hands, name="show_hands"),
    path("items/<int:pk>/settle/", s.settle, name="settle"),
    path("votes/", s.votes, name="votes"),
    path("resolutions/", s.resolutions, name="resolutions"),
    path("resolutions/<int:pk>/", s.resolution, name="resolution"),
    path("resolutions/<int:pk>/edit/", s.word_resolution, name="word_resolution"),
]
elections = [
    path("elections/", e.elections, name="elections"),
    path("elections/new/", e.plan_election, name="plan_election"),
    path("elections/<int:pk>/", e.election, name="election"),
    path("elections/<int:pk>/correct/", e.correct_election, name="correct_election"),
    path("elections/<int:pk>/cancel/", e.cancel_election, name="cancel_election"),
    path("elections/<int:pk>/nominate/", e.nominate, name="nominate"),
    path("elections/<int:pk>/order/", e.put_in_order, name="put_in_order"),
    path("elections/<int:pk>/post/", e.post_candidates, name="post_candidates"),
    path("elections/<int:pk>/ask/", e.ask, name="ask"),
    path("elections/<int:pk>/reply/", e.record_reply, name="record_reply"),
    path("elections/<int:pk>/vote/", e.prepare_round, name="prepare_round"),
    path("elections/<int:pk>/vacant/", e.leave_vacant, name="leave_vacant"),
    path("elections/<int:pk>/divide/", e.divide, name="divide"),
    path("elections/<int:pk>/result/", e.result_sheet, name="result_sheet"),
    path("elections/<int:pk>/papers/", e.keep_paper, name="keep_paper"),
    path("elections/candidates/<int:pk>/drop/", e.drop_candidate, name="drop_candidate"),
    path("elections/rounds/<int:pk>/", e.round_page, name="round"),
    path("elections/rounds/<int:pk>/settle/", e.settle, name="settle"),
    path("elections/rounds/<int:pk>/write-in/", e.write_in, name="write_in"),
    path("elections/requests/", e.requests_below, name="requests_below"),
    path("elections/requests/<int:pk>/", e.request_below, name="request_below"),
    path("elections/requests/<int:pk>/reply/", e.reply, name="reply"),
    path("elections/requests/<int:pk>/letter/", e.request_letter, name="request_letter"),
]
urlpatterns = [*bodies, *sittings, *elections]
