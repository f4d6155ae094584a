"""Addresses of the voting room."""

app_name = "voting"
urlpatterns: list = []
