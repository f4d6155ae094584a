"""The register of what the congress room keeps about people."""

from zhijia.core.private.register import Personal

PERSONAL = {
    "congress.Signer.name": Personal(
        "提案人、附议人", "写明谁提案、谁附议，请他们评价答复", "工会组织职工民主管理的职责", "随职代会档案永久",
    ),
}
