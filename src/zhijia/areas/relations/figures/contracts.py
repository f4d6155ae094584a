"""Collective contracts, counted."""

from functools import partial

from zhijia.areas.relations.queries import contracts
from zhijia.areas.relations.queries.cases import READ
from zhijia.areas.relations.tables.contracts import CHECKS
from zhijia.areas.relations.tables.contracts import CONTRACTS as REGISTER
from zhijia.core.figures import Count, Figure, Kind

contract = partial(Figure, table=REGISTER, power=READ, book=contracts.book)

CONTRACTS = (
    contract("relations.contracts", "生效的集体合同", Kind.COPIES, contracts.in_force, Count(),
             doc="期末生效中的集体合同和专项集体合同：报送后无异议已生效，没有到期也没有终止。", moment=True),
    contract("relations.contracts_signed", "签订集体合同", Kind.COPIES, contracts.signed, Count(),
             doc="期内签订的集体合同和专项集体合同，按签订日期。"),
    contract("relations.offers", "集体协商要约", Kind.TIMES, contracts.offered, Count(),
             doc="期内提出的集体协商要约，按要约日期；哪一方提出的都算。"),
    Figure("relations.contract_checks", "检查集体合同履行情况", Kind.TIMES, contracts.checked, Count(), CHECKS, READ,
           doc="期内对集体合同履行情况的检查，按检查日期。", book=contracts.book),
)
