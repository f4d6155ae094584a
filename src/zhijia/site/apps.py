"""What happens once when the house opens: powers and figures of every room are registered."""

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """The front door."""

    name = "zhijia.site"
    label = "site"

    def ready(self):
        from zhijia.core import figures
        from zhijia.core.org import powers
        from zhijia.core.trail import triggers
        from zhijia.kit.area import open_house
        from zhijia.site.areas import plates
        from zhijia.site.powers import POWERS

        powers.register(POWERS)
        open_house(plates())
        for plate in plates():
            powers.register(plate.powers)
            figures.register(plate.figures)
        post_migrate.connect(triggers.install, sender=apps.get_app_config("trail"))
