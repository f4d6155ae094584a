"""Addresses of the bylaws room."""

app_name = "bylaws"
urlpatterns: list = []
