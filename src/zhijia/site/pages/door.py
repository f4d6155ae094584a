"""In and out: login, logout, one's own account and password."""

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, authenticate
from django.contrib.auth import login as enter
from django.contrib.auth import logout as leave
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.forms import CharField, PasswordInput
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.decorators.vary import vary_on_cookie

from zhijia.core.org.models import User
from zhijia.core.org.web import for_all, for_known
from zhijia.core.refused import Refused
from zhijia.kit.forms import Form
from zhijia.kit.pages import Button, detail_page, form_page


class LoginForm(Form):
    """Name and password."""

    username = CharField(label="账号", max_length=40)
    password = CharField(label="密码", widget=PasswordInput, strip=False)


@for_all
@vary_on_cookie
def login(request):
    """Let someone in who knows the password; the same words for a wrong name and a wrong password."""
    form = LoginForm(request.POST or None)
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if getattr(request, "axes_locked_out", False):
            return render(request, settings.AXES_LOCKOUT_TEMPLATE, status=429)
        if user is not None:
            enter(request, user)
            return HttpResponseRedirect(reverse("password") if user.must_change else _safe(request, wanted))
        form.add_error(None, "账号或密码不对。")
    return render(request, "kit/login.html", {"form": form, "next": _safe(request, wanted)}, status=401 if form.is_bound else 200)


def _safe(request, url: str) -> str:
    """Only ever to a page of ours."""
    return url if url_has_allowed_host_and_scheme(url, {request.get_host()}) else settings.LOGIN_REDIRECT_URL


@for_all
@require_POST
def logout(request):
    """Leave; nothing of the person stays in the browser."""
    leave(request)
    response = HttpResponseRedirect(settings.LOGIN_URL)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@for_known
def account(request):
    """Who I am here and what my posts allow."""
    posts = [(f"{g.union_name}", g.title or g.role) for g in request.actor.grants]
    facts = (("账号", request.actor.username), ("姓名", request.actor.name), *posts)
    buttons = (Button("修改密码", "password", "primary"), Button("我的档案", "members:me"))
    return detail_page(request, title="我的账号", facts=facts, buttons=buttons)


class PasswordForm(Form):
    """The old password once, the new one twice."""

    old = CharField(label="原密码", widget=PasswordInput, strip=False)
    new = CharField(label="新密码", widget=PasswordInput, strip=False, help_text="至少 12 位；一句好记的话比花样符号更安全。")
    again = CharField(label="再输一次新密码", widget=PasswordInput, strip=False)

    def clean(self):
        given = super().clean()
        if given.get("new") and given.get("again") and given["new"] != given["again"]:
            self.add_error("again", "两次输入的新密码不一样。")
        return given


@for_known
def password(request):
    """Change one's own password; other open sessions end with it."""

    def change(actor, *, old, new, again):
        user = User.objects.get(pk=actor.user_id)
        if not user.check_password(old):
            raise Refused("原密码不对。")
        try:
            validate_password(new, user)
        except ValidationError as weak:
            raise Refused("".join(weak.messages)) from weak
        user.set_password(new)
        user.must_change = False
        user.save(update_fields=("password", "must_change"))
        request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()

    return form_page(
        request, PasswordForm(request.POST or None), change, title="修改密码", done="desk", said="密码已修改。",
        note="首次登录请先换成自己的密码。",
    )
