"""Addresses of the house: its own few pages, and every room at its name."""

from django.urls import include, path

from zhijia.site.areas import AREAS
from zhijia.site.pages import desk, door, keeping, ledgers, standards, work

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("login/", door.login, name="login"),
    path("logout/", door.logout, name="logout"),
    path("account/", door.account, name="account"),
    path("account/password/", door.password, name="password"),
    path("policy/", standards.policy_page, name="policy"),
    path("policy/<str:key>/", standards.rule_page, name="rule"),
    path("policy/<str:key>/override/", standards.override, name="override"),
    path("policy/overrides/<int:pk>/withdraw/", standards.withdraw, name="withdraw_override"),
    path("trail/", keeping.trail, name="trail"),
    path("jobs/<int:pk>/", work.job, name="job"),
    path("ledgers/", ledgers.ledgers, name="ledgers"),
    path("keeping/", keeping.keeping, name="keeping"),
    path("keeping/backup/", keeping.back_up, name="back_up"),
    path("keeping/check/", keeping.check, name="check"),
    *(path(f"{name}/", include(f"zhijia.areas.{name}.urls")) for name in AREAS),
]
handler400 = "zhijia.kit.errors.bad_request"
handler403 = "zhijia.kit.errors.denied"
handler404 = "zhijia.kit.errors.missing"
handler500 = "zhijia.kit.errors.broken"
