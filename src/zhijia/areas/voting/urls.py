"""Addresses of the voting room; `cast/` is the voter's own door."""

from django.urls import path

from zhijia.areas.voting.views import booth, counting, paper, running, showing

app_name = "voting"
urlpatterns = [
    path("", showing.votes, name="votes"),
    path("due/", showing.due, name="due"),
    path("new/", running.prepare, name="prepare"),
    path("cast/", booth.cast, name="cast"),
    path("<int:pk>/", showing.vote, name="vote"),
    path("<int:pk>/roll/", showing.roll, name="roll"),
    path("<int:pk>/begin/", running.begin, name="begin"),
    path("<int:pk>/void/", running.void, name="void"),
    path("<int:pk>/slips/", running.slips, name="slips"),
    path("<int:pk>/close/", running.close, name="close"),
    path("<int:pk>/destroy/", running.destroy, name="destroy"),
    path("<int:pk>/hands/", running.hands, name="hands"),
    path("<int:pk>/named/", running.named, name="named"),
    path("<int:pk>/write-in/", running.write_in, name="write_in"),
    path("<int:pk>/count/", counting.key_count, name="key_count"),
    path("<int:pk>/attach/", counting.attach, name="attach"),
    path("<int:pk>/scan/", counting.scan, name="scan"),
    path("<int:pk>/ballots/", paper.ballots, name="ballots"),
    path("<int:pk>/sign-in/", paper.sign_in, name="sign_in"),
    path("<int:pk>/count-sheet/", paper.count_sheet, name="count_sheet"),
]
