"""Addresses of the appraisal room."""

from django.urls import path

from zhijia.areas.appraisal.views import panels, rounds, subjects

app_name = "appraisal"
urlpatterns = [
    path("", rounds.rounds, name="rounds"),
    path("new/", rounds.begin, name="begin"),
    path("results/", rounds.results, name="results"),
    path("home/", rounds.home, name="home"),
    path("surveys/", rounds.surveys, name="surveys"),
    path("talks/", subjects.talks, name="talks"),
    path("talks/<int:pk>/", subjects.talk, name="talk"),
    path("talks/<int:pk>/follow/", subjects.follow_up, name="follow_up"),
    path("<int:pk>/", rounds.one, name="round"),
    path("<int:pk>/edit/", rounds.correct, name="correct"),
    path("<int:pk>/people/", rounds.add_people, name="add_people"),
    path("<int:pk>/questions/", rounds.add_questions, name="add_questions"),
    path("<int:pk>/panels/", rounds.add_panel, name="add_panel"),
    path("<int:pk>/ballot/", rounds.ballot, name="ballot"),
    path("<int:pk>/call/", rounds.call_votes, name="call_votes"),
    path("<int:pk>/release/", rounds.release, name="release"),
    path("<int:pk>/withdraw/", rounds.withdraw, name="withdraw"),
    path("<int:pk>/void/", rounds.void, name="void"),
    path("<int:pk>/report/", rounds.report, name="report"),
    path("<int:pk>/word/", rounds.word, name="word"),
    path("<int:pk>/word-up/", rounds.word_up, name="word_up"),
    path("subjects/<int:pk>/", subjects.subject, name="subject"),
    path("subjects/<int:pk>/remove/", subjects.remove_subject, name="remove_subject"),
    path("subjects/<int:pk>/hand-in/", subjects.hand_in, name="hand_in"),
    path("subjects/<int:pk>/file/", subjects.file, name="file"),
    path("subjects/<int:pk>/word/", subjects.sheet, name="sheet"),
    path("subjects/<int:pk>/talk/", subjects.add_talk, name="add_talk"),
    path("panels/<int:pk>/", panels.panel, name="panel"),
    path("panels/<int:pk>/edit/", panels.set_panel, name="set_panel"),
    path("panels/<int:pk>/merge/", panels.merge, name="merge"),
    path("panels/<int:pk>/remove/", panels.remove_panel, name="remove_panel"),
    path("panels/<int:pk>/key/", panels.key, name="key"),
    path("panels/<int:pk>/again/", panels.again, name="again"),
]
