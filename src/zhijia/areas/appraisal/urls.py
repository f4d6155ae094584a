"""Addresses of the appraisal room."""

from django.urls import path

from zhijia.areas.appraisal import views

app_name = "appraisal"
urlpatterns = [
    path("", views.rounds, name="rounds"),
    path("new/", views.begin, name="begin"),
    path("results/", views.results, name="results"),
    path("home/", views.home, name="home"),
    path("surveys/", views.surveys, name="surveys"),
    path("talks/", views.talks, name="talks"),
    path("talks/<int:pk>/", views.talk, name="talk"),
    path("talks/<int:pk>/follow/", views.follow_up, name="follow_up"),
    path("<int:pk>/", views.one, name="round"),
    path("<int:pk>/edit/", views.correct, name="correct"),
    path("<int:pk>/people/", views.add_people, name="add_people"),
    path("<int:pk>/questions/", views.add_questions, name="add_questions"),
    path("<int:pk>/panels/", views.add_panel, name="add_panel"),
    path("<int:pk>/ballot/", views.ballot, name="ballot"),
    path("<int:pk>/call/", views.call_votes, name="call_votes"),
    path("<int:pk>/release/", views.release, name="release"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/void/", views.void, name="void"),
    path("<int:pk>/report/", views.report, name="report"),
    path("<int:pk>/word/", views.word, name="word"),
    path("<int:pk>/word-up/", views.word_up, name="word_up"),
    path("subjects/<int:pk>/", views.subject, name="subject"),
    path("subjects/<int:pk>/remove/", views.remove_subject, name="remove_subject"),
    path("subjects/<int:pk>/hand-in/", views.hand_in, name="hand_in"),
    path("subjects/<int:pk>/file/", views.file, name="file"),
    path("subjects/<int:pk>/word/", views.sheet, name="sheet"),
    path("subjects/<int:pk>/talk/", views.add_talk, name="add_talk"),
    path("panels/<int:pk>/", views.panel, name="panel"),
    path("panels/<int:pk>/edit/", views.set_panel, name="set_panel"),
    path("panels/<int:pk>/merge/", views.merge, name="merge"),
    path("panels/<int:pk>/remove/", views.remove_panel, name="remove_panel"),
    path("panels/<int:pk>/key/", views.key, name="key"),
    path("panels/<int:pk>/again/", views.again, name="again"),
]
