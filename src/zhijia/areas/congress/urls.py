"""Addresses of the congress room."""

app_name = "congress"
urlpatterns: list = []
