"""Addresses of the congress room."""

from django.urls import path

from zhijia.areas.congress.views import elections

app_name = "congress"
ELECTIONS = [
    path("elections/", elections.elections, name="elections"),
    path("elections/new/", elections.plan_election, name="plan_election"),
    path("elections/<int:pk>/", elections.election, name="election"),
    path("elections/<int:pk>/correct/", elections.correct_election, name="correct_election"),
    path("elections/<int:pk>/cancel/", elections.cancel_election, name="cancel_election"),
    path("elections/<int:pk>/nominate/", elections.nominate, name="nominate"),
    path("elections/<int:pk>/order/", elections.put_in_order, name="put_in_order"),
    path("elections/<int:pk>/post/", elections.post_candidates, name="post_candidates"),
    path("elections/<int:pk>/ask/", elections.ask, name="ask"),
    path("elections/<int:pk>/reply/", elections.record_reply, name="record_reply"),
    path("elections/<int:pk>/vote/", elections.prepare_round, name="prepare_round"),
    path("elections/<int:pk>/vacant/", elections.leave_vacant, name="leave_vacant"),
    path("elections/<int:pk>/divide/", elections.divide, name="divide"),
    path("elections/<int:pk>/result/", elections.result_sheet, name="result_sheet"),
    path("elections/<int:pk>/papers/", elections.keep_paper, name="keep_paper"),
    path("elections/candidates/<int:pk>/drop/", elections.drop_candidate, name="drop_candidate"),
    path("elections/rounds/<int:pk>/", elections.round_page, name="round"),
    path("elections/rounds/<int:pk>/settle/", elections.settle, name="settle"),
    path("elections/rounds/<int:pk>/write-in/", elections.write_in, name="write_in"),
    path("elections/requests/", elections.requests_below, name="requests_below"),
    path("elections/requests/<int:pk>/", elections.request_below, name="request_below"),
    path("elections/requests/<int:pk>/reply/", elections.reply, name="reply"),
    path("elections/requests/<int:pk>/letter/", elections.request_letter, name="request_letter"),
]
urlpatterns = [*ELECTIONS]
