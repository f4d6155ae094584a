"""The addresses of the house, and a page that does nothing: the same server, the same middleware, no database."""

from django.http import HttpResponse
from django.urls import path

from zhijia.site import urls as house

urlpatterns = [path("ping", lambda request: HttpResponse("ok")), *house.urlpatterns]
handler400, handler403 = house.handler400, house.handler403
handler404, handler500 = house.handler404, house.handler500
