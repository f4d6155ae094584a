"""How a person walks through the house at a screen: the menu, buttons, what the page says, a picture of it."""

import os

SHOTS = os.environ.get("ZHIJIA_SHOTS")
OWN = "一九二一 记录 如实 为本"
SIZES = {"1366": {"width": 1366, "height": 768}, "360": {"width": 360, "height": 740}}


class Walk:
    """One person at one screen."""

    def __init__(self, page, house, size):
        self.page, self.house, self.size = page, house, size

    def shot(self, name):
        """A picture for the README, when asked for; never a page that scrolls sideways."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{name} scrolls sideways by {wide} px at {self.size}"
        if SHOTS:
            self.page.screenshot(path=f"{SHOTS}/{name}-{self.size}.png")

    def menu(self, label):
        """Go by the menu, which is folded on a phone."""
        if self.size == "360":
            self.page.click("details.menu > summary")
            self.page.click(f"details.menu a:text-is('{label}')")
        else:
            self.page.click(f"nav.side a:text-is('{label}')")

    def press(self, label):
        self.page.click(f"main :is(a, button):text-is('{label}')")

    def says(self, words):
        self.page.locator(f"main :text('{words}')").first.wait_for(timeout=20_000)


def enter(walk):
    page = walk.page
    page.goto(walk.house.url)
    page.fill("#id_username", walk.house.username)
    page.fill("#id_password", walk.house.password)
    page.click("main button")
    for name, value in (("old", walk.house.password), ("new", OWN), ("again", OWN)):
        page.fill(f"#id_{name}", value)
    walk.press("保存")
    walk.says("密码已修改")
