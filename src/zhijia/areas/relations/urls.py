"""Addresses of the relations room."""

app_name = "relations"
urlpatterns: list = []
