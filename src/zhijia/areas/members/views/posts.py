"""Pages about posts and accounts."""

from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse

from zhijia.areas.members import actions, forms, queries, tables
from zhijia.areas.members.filters import PostFilters
from zhijia.core.org.web import needs
from zhijia.kit.formats import short_day
from zhijia.kit.pages import Button, Section, confirm_page, detail_page, form_page, list_page, print_page

TREE, POSTS, ACCOUNTS = "members.tree", "members.posts", "members.accounts"
CRUMBS = (("岗位任职", "members:posts"),)


@needs(TREE)
def posts(request):
    """Who holds which post (岗位任职); powers follow posts."""
    buttons = (
        Button("任职", "members:appoint", "primary", POSTS), Button("给名册以外的人任职", "members:appoint_new", power=POSTS),
    )
    return list_page(
        request, queries.posts(request.actor), tables.POSTS, title="岗位任职", filters=PostFilters, buttons=buttons, unit="个",
        note="一人可以任几个职务；能看什么、办什么，跟着职务走，离任当天起停止。",
    )


@needs(TREE)
def post(request, pk):
    """One post, with what may be done about it."""
    found = get_object_or_404(queries.posts(request.actor), pk=pk)
    facts = (
        ("任职人", found.holder), ("工会", found.union), ("职责", found.role), ("职务名称", found.title),
        ("任职日期", short_day(found.since)), ("离任日期", found.until and short_day(found.until)), ("事由", found.reason),
    )
    held = queries.posts(request.actor).filter(holder=found.holder).exclude(pk=pk)
    others = Section("同一人的其他职务", table=tables.POSTS, rows=held)
    acts = (("交接", "hand_over", "primary"), ("免去", "relieve", "danger"))
    buttons = [Button(label, reverse(f"members:{name}", args=[pk]), kind, POSTS) for label, name, kind in acts]
    return detail_page(
        request, title=str(found), facts=facts, sections=[others], crumbs=CRUMBS,
        buttons=buttons if not found.until and request.actor.can(POSTS, found.union) else [],
    )


def _post(request, pk):
    return get_object_or_404(queries.posts(request.actor, POSTS), pk=pk, until=None)


@needs(POSTS)
def appoint(request):
    """Give someone a post."""
    form = forms.AppointForm(request.actor, request.POST or None)
    return form_page(request, form, actions.appoint, title="任职", done=_here, said="已任职。", crumbs=CRUMBS)


@needs(POSTS)
def appoint_new(request):
    """A post and an account for someone who is on no roll here."""
    form = forms.NewHolderForm(request.actor, request.POST or None)

    def slip(made):
        appointed, password = made
        return _slip(request, appointed.holder, password, str(appointed))

    return form_page(
        request, form, actions.appoint_new, title="给名册以外的人任职", done=slip, said="", crumbs=CRUMBS,
        note="用于新建单位的第一任主席、外聘会计等；会开一个新账号，打印初始密码。",
    )


@needs(POSTS)
def hand_over(request, pk):
    """To the next holder."""
    chosen = _post(request, pk)
    form = forms.HandOverForm(request.actor, chosen, request.POST or None)
    note = "交接之日起，新任开始办事，前任不再能办；记录留在原处。"
    return form_page(
        request, form, partial(actions.hand_over, post=chosen), title=f"交接：{chosen}", done=_here, note=note, crumbs=CRUMBS
    )


@needs(POSTS)
def relieve(request, pk):
    """The post ends."""
    chosen = _post(request, pk)
    form = forms.RelieveForm(request.POST or None)
    return form_page(
        request, form, partial(actions.relieve, post=chosen), title=f"免去：{chosen}", done=_here, danger=True, crumbs=CRUMBS
    )


def _here(found):
    """The page of the post an act was about."""
    return ("members:office", found.pk)


@needs(ACCOUNTS)
def make_account(request, pk):
    """An account for someone on the roll; the slip with the first password is printed once."""
    person = get_object_or_404(queries.visible(request.actor, ACCOUNTS).select_related("house"), pk=pk)
    unclaimed = queries.unclaimed_accounts(request.actor, person)
    form = forms.AccountForm(unclaimed, request.POST if request.method == "POST" else None)

    def slip(made):
        return _slip(request, *made, str(person)) if made[1] else ("members:person", person.pk)

    return form_page(
        request, form, partial(actions.open_account, person=person), title=f"开通账号：{person}", done=slip, submit="开通",
        said="", note="开通后显示初始密码，只显示这一次，请打印交给本人；本人第一次登录时须改密码。",
    )


@needs(ACCOUNTS)
def new_password(request, pk):
    """A new first password for someone who forgot theirs."""
    person = get_object_or_404(queries.visible(request.actor, ACCOUNTS).select_related("account"), pk=pk)

    def slip(made):
        return _slip(request, *made, str(person))

    return confirm_page(
        request, partial(actions.new_first_password, person=person), title=f"重发初始密码：{person}", done=slip, said="",
        question=f"给{person}换一个新的初始密码吗？\n原来的密码立即失效，已登录的地方会退出。", danger=True,
    )


def _slip(request, account, password, whose):
    """The slip to cut off and hand over."""
    facts = (("姓名", account.name), ("账号", account.username), ("初始密码", password), ("用途", whose))
    words = "第一次登录时请改成自己的密码，至少 12 位。请妥善保管，不要转告他人。"
    return print_page(
        request, title="账号通知单", sections=[Section(facts=facts, words=words)], back=reverse("members:posts")
    )
