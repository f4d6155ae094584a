"""Addresses of the suggestions room."""

from django.urls import path

from zhijia.areas.suggestions import views

app_name = "suggestions"
urlpatterns = [
    path("", views.suggestions, name="suggestions"),
    path("ledger/", views.ledger, name="ledger"),
    path("mine/", views.mine, name="mine"),
    path("raise/", views.suggest_own, name="suggest_own"),
    path("new/", views.suggest, name="suggest"),
    path("board/", views.board, name="board"),
    path("post/", views.post, name="post"),
    path("to-sign/", views.to_sign, name="to_sign"),
    path("import/", views.import_list, name="import_list"),
    path("paste/", views.paste, name="paste"),
    path("import/<int:pk>/", views.preview, name="preview"),
    path("imports/", views.imports, name="imports"),
    path("imports/<int:pk>/undo/", views.undo_import, name="undo_import"),
    path("<int:pk>/", views.suggestion, name="suggestion"),
    path("<int:pk>/word/", views.word, name="word"),
    path("<int:pk>/correct/", views.correct, name="correct"),
    path("<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<int:pk>/authors/", views.name_authors, name="name_authors"),
    path("<int:pk>/names/", views.reveal, name="reveal"),
    path("<int:pk>/accept/", views.accept, name="accept"),
    path("<int:pk>/opinion/", views.assess, name="assess"),
    path("opinions/<int:pk>/", views.change_opinion, name="change_opinion"),
    path("<int:pk>/adopt/", views.adopt, name="adopt"),
    path("<int:pk>/refuse/", views.refuse, name="refuse"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/reckon/", views.reckon, name="reckon"),
    path("benefits/<int:pk>/sign/", views.countersign, name="countersign"),
    path("benefits/<int:pk>/send-back/", views.send_back, name="send_back"),
    path("<int:pk>/grade/", views.grade, name="grade"),
    path("<int:pk>/report/", views.report_up, name="report_up"),
    path("<int:pk>/reward/", views.reward, name="reward"),
    path("<int:pk>/upgrade/", views.upgrade, name="upgrade"),
    path("<int:pk>/file/", views.file_away, name="file_away"),
    path("<int:pk>/back/", views.take_back, name="take_back"),
]
