"""Addresses of the relations room."""

from django.urls import path

from zhijia.areas.relations.views import contracts, letters, mediation, supervision

app_name = "relations"


def steps(folder: str, module, names: str) -> list:
    """One address a step of a case: disputes/7/accept/."""
    return [path(f"{folder}/<int:pk>/{name.replace('_', '-')}/", getattr(module, name), name=name) for name in names.split()]


urlpatterns = [
    path("letters/", letters.letters, name="letters"),
    path("letters/new/", letters.receive, name="receive"),
    path("letters/<int:pk>/", letters.letter, name="letter"),
    *steps("letters", letters, "hand_over answer call_back reopen send_up correct_letter void_letter"),
    path("mine/", letters.my_letters, name="my_letters"),
    path("mine/new/", letters.write, name="write"),
    path("mine/<int:pk>/", letters.my_letter, name="my_letter"),
    path("problems/", letters.problems, name="problems"),
    path("problems/new/", letters.tell, name="tell"),
    path("problems/below/", letters.problems_below, name="problems_below"),
    path("problems/<int:pk>/", letters.problem, name="problem"),
    *steps("problems", letters, "answer_problem correct_problem"),
    path("disputes/", mediation.disputes, name="disputes"),
    path("disputes/new/", mediation.apply, name="apply"),
    path("disputes/<int:pk>/", mediation.dispute, name="dispute"),
    path("disputes/<int:pk>/word/<slug:paper>/", mediation.dispute_word, name="dispute_word"),
    *steps("disputes", mediation, "accept refuse hear extend settle end_mediation withdraw correct_dispute void_dispute"),
    *steps("hearings", mediation, "hearing_word"),
    path("supervision/", supervision.matters, name="matters"),
    path("supervision/new/", supervision.inspect_visit, name="inspect_visit"),
    path("supervision/complaints/new/", supervision.complain, name="complain"),
    path("supervision/<int:pk>/", supervision.matter, name="matter"),
    path("supervision/<int:pk>/word/<slug:paper>/", supervision.matter_word, name="matter_word"),
    *steps("supervision", supervision, "decline inspect issue employer_answers propose close_matter correct_matter void_matter"),
    path("contracts/", contracts.contracts, name="contracts"),
    path("contracts/new/", contracts.offer, name="offer"),
    path("contracts/checks/", contracts.checks, name="checks"),
    path("contracts/running-out/", contracts.running_out, name="running_out"),
    path("contracts/to-check/", contracts.to_check, name="to_check"),
    path("contracts/<int:pk>/", contracts.contract, name="contract"),
    *steps("contracts", contracts, "reply seat talk pass_draft sign send object_to end_contract renew check"),
    *steps("contracts", contracts, "correct_contract void_contract"),
    *steps("representatives", contracts, "unseat"),
    *steps("checks", contracts, "report"),
]
