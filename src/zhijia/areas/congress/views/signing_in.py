"""Pages of the door: the sign-in list, the code of the day, one's own sign-in, opening."""

from base64 import b64encode
from functools import partial

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from zhijia.areas.congress.actions import signing_in
from zhijia.areas.congress.forms import sittings as forms
from zhijia.areas.congress.queries import bodies, sittings
from zhijia.areas.congress.tables import sittings as tables
from zhijia.areas.congress.views.showing import EDIT, READ, a_chamber, a_sitting, here, seen, to, up
from zhijia.core.org.web import for_known, needs
from zhijia.kit.html import tag, void
from zhijia.kit.pages import (
    Button,
    Section,
    confirm_page,
    detail_page,
    form_page,
    list_page,
    message_page,
)
from zhijia.kit.paper.ledger import qr_picture

WHY = "缺席原因点“更正”看，打印在签到表 Word 里；看过的要留痕，本人可以看到。"


@needs(READ)
def sign_in_list(request, pk):
    """The sign-in list of a chamber."""
    found = a_chamber(request, pk)
    counted = f"应到 {found.entitled or 0} 人，实到 {found.present or 0} 人。"
    word_url = reverse("congress:word_sign_in", args=[found.sitting_id])
    buttons = (to("签到", "sign_in", found, "primary"), Button("签到表 Word", word_url))
    return list_page(
        request, sittings.lines(request.actor, found), tables.signing(found), title=f"签到表：{found}", note=f"{counted}{WHY}",
        buttons=buttons, unit="人", crumbs=up(found.sitting),
    )


@needs(EDIT)
def sign_in(request, pk):
    """The whole list at once."""
    found = a_chamber(request, pk)
    form = forms.SignInForm(found, request.POST or None, initial=forms.SignInForm.as_known(found))
    page = partial(
        form_page, request, form, partial(signing_in.sign_in, chamber=found), title=f"签到：{found}", crumbs=up(found.sitting),
        done=("congress:sitting", found.sitting_id), said="签到已登记。",
    )
    return seen(request, sittings.with_reason(found.attendances.filter(coming=forms.COMING.EXCUSED)), "登记签到", page)


@needs(EDIT)
def correct_line(request, pk):
    """One line of the list."""
    found = get_object_or_404(sittings.attendances(request.actor), pk=pk)
    form = forms.LineForm(request.POST or None, initial={"coming": found.coming, "reason": found.reason})
    page = partial(
        form_page, request, form, partial(signing_in.correct_line, attendance=found), title=f"更正签到：{found.delegate}",
        done=("congress:sign_in_list", found.chamber_id), crumbs=up(found.chamber.sitting),
    )
    return seen(request, [found.delegate] if found.reason else [], "更正签到", page)


@needs(EDIT)
def door(request, pk):
    """What stands at the door: the code of today, to be typed or scanned; asking for it makes one."""
    found, today = a_sitting(request, pk), localdate()
    if request.method == "POST" or found.door_on != today:
        return confirm_page(
            request, partial(signing_in.show_code, sitting=found, today=today), title=f"签到码：{found.short}",
            question="生成今天的签到码？\n有账号的代表用手机扫码或输入签到码，本人签到；签到码只在当天有效。",
            done=("congress:door", pk), submit="生成签到码", crumbs=up(found), said="签到码已生成。",
        )
    picture = b64encode(qr_picture(_own_address(request, found.door_code))[0].read()).decode()
    shown = tag("div", void("img", src=f"data:image/png;base64,{picture}", alt=f"签到码 {found.door_code}", width="280"))
    sections = [
        Section("扫码签到", body=shown, words="用手机扫码，登录后即可签到；也可以打开“今天要办的事”，输入下面的签到码。"),
        Section(facts=(("签到码", found.door_code), ("有效日", found.door_on))),
    ]
    buttons = [Button("打印", "?print=1")]
    return detail_page(request, title=f"签到码：{found.short}", sections=sections, buttons=buttons, crumbs=up(found))


def _own_address(request, code):
    return request.build_absolute_uri(f"{reverse('congress:sign_in_self')}?code={code}")


@for_known
def sign_in_self(request):
    """A delegate signs in on the own phone."""
    chambers, today = list(sittings.own_chambers(request.actor, localdate())), localdate()
    if not chambers:
        text = "今天没有要您签到的大会。\n请核对日期，或者请会务人员在签到表上登记。"
        return message_page(request, title="代表签到", text=text)
    form = forms.CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")[:8]})

    def act(actor, code):
        return [signing_in.sign_in_self(actor, each, code=code, today=today) for each in chambers]

    return form_page(
        request, form, act, title="代表签到", done="congress:mine", submit="签到", said="签到成功。",
        note="、".join(str(each.sitting) for each in chambers[:1]),
    )


@for_known
def mine(request):
    """What I am a delegate of, and my sign-ins."""
    sections = [
        Section("我担任的代表", table=tables.MY_SEATS, rows=bodies.own(request.actor)),
        Section("我的签到", table=tables.ATTENDED, rows=sittings.own_lines(request.actor)),
    ]
    return detail_page(request, title="我的大会", sections=sections, buttons=[Button("签到", "congress:sign_in_self", "primary")])


@needs(EDIT)
def convene(request, pk):
    """Open the sitting."""
    found = a_sitting(request, pk)
    share, source = sittings.quorum(found)
    return confirm_page(
        request, partial(signing_in.convene, sitting=found), title="开会", done=here, submit="开会", crumbs=up(found),
        question=f"{found.title}\n到会须达到全体代表的 {share}。{source}\n没有签到的代表记为缺席。", said="会议开始。",
    )
