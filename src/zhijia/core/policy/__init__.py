"""Policy (规定): every threshold as a value by region, kind of union and day, each with its source.

`policy("congress.quorum", union, on)` answers with a Value; a union's own override goes before a shipped one.
"""

from zhijia.core.policy.clocks import deadline
from zhijia.core.policy.resolve import NotInForce, PolicyBook, UnknownKey, all_values, maybe, policy
from zhijia.core.policy.shipped import NO_LIMIT
from zhijia.core.policy.values import Value, explain

__all__ = [
    "NO_LIMIT", "NotInForce", "PolicyBook", "UnknownKey", "Value", "all_values", "deadline", "explain", "maybe", "policy",
]
