"""What a vote needs on paper."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string

from zhijia.areas.voting import papers, queries, tables
from zhijia.areas.voting.views.showing import COUNT, RUN, here
from zhijia.core.org.web import needs
from zhijia.kit.formats import day
from zhijia.kit.pages import Section, print_page


@needs(RUN)
def ballots(request, pk):
    """Ballots, as many on a sheet as asked for; no numbers on them."""
    found = get_object_or_404(queries.to_run(request.actor), pk=pk)
    return HttpResponse(render_to_string("voting/ballots.html", papers.ballots(found, request.GET.get("n", ""))))


@needs(RUN)
def sign_in(request, pk):
    """The sign-in sheet (签到表), with a column to sign for the ballot where ballots are handed out."""
    found = get_object_or_404(queries.to_run(request.actor), pk=pk)
    rows = list(enumerate(queries.electors(request.actor, found), start=1))
    table = tables.SIGN_IN if found.secret else tables.SIGN_IN_ONLY
    return print_page(
        request, title=f"{found.title}　签到表", unit=found.union.name, sections=[Section(table=table, rows=rows, limit=None)],
        note=f"日期：{day(found.on)}　应到 {len(rows)} 人　实到＿＿＿人　缺席＿＿＿人", back=here(found),
        signatures=("监票人", "工作人员"),
    )


@needs(COUNT)
def count_sheet(request, pk):
    """The count sheet (计票单): boxes for 正, sums, hands that sign."""
    found = get_object_or_404(queries.to_count(request.actor), pk=pk)
    body = papers.count_sheet(list(found.questions.all()), found.electors.count())
    return print_page(
        request, title=f"{found.title}　计票单", unit=found.union.name, sections=[Section(body=body)], back=here(found),
        note=f"日期：{day(found.on)}　发出＿＿＿张　收回＿＿＿张　有效票＿＿＿张　废票＿＿＿张",
        signatures=("唱票人", "计票人", "监票人"),
    )
