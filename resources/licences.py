"""On what terms a resource may be used again: data, with the text of each licence. A new licence is a new row."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OTHER = "other"
"""Terms that the board links itself."""


@dataclass(frozen=True)
class Licence:
    """`url` is the text that binds, `deed` the summary for people, in Vietnamese where there is one."""

    code: str
    label: str | Promise
    url: str = ""
    deed: str = ""
    short: str = ""
    is_open: bool = False
    """Everybody may pass it on, at least unchanged and without profit."""


def _cc(code: str, label: Promise, version: str = "4.0") -> Licence:
    address = f"https://creativecommons.org/licenses/{code}/{version}/"
    return Licence(
        f"cc-{code}", label, address, f"{address}deed.vi", f"CC {code.upper()} {version}", is_open=True
    )


_ALL = (
    _cc("by", _("Creative Commons Attribution 4.0")),
    _cc("by-sa", _("Creative Commons Attribution-ShareAlike 4.0")),
    _cc("by-nc", _("Creative Commons Attribution-NonCommercial 4.0")),
    _cc("by-nc-sa", _("Creative Commons Attribution-NonCommercial-ShareAlike 4.0")),
    _cc("by-nd", _("Creative Commons Attribution-NoDerivatives 4.0")),
    _cc("by-nc-nd", _("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0")),
    Licence(
        "cc0",
        _("Creative Commons Zero: given to the public"),
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.vi",
        "CC0 1.0",
        is_open=True,
    ),
    Licence(
        "pdm",
        _("In the public domain: the term of protection is over"),
        "https://creativecommons.org/publicdomain/mark/1.0/",
        "https://creativecommons.org/publicdomain/mark/1.0/deed.vi",
        "PDM 1.0",
        is_open=True,
    ),
    Licence(
        "mit", _("MIT licence (software)"), "https://spdx.org/licenses/MIT.html", short="MIT", is_open=True
    ),
    Licence(
        "apache",
        _("Apache licence 2.0 (software)"),
        "https://www.apache.org/licenses/LICENSE-2.0",
        short="Apache 2.0",
        is_open=True,
    ),
    Licence(
        "gpl",
        _("GNU General Public License 3 (software)"),
        "https://www.gnu.org/licenses/gpl-3.0.html",
        short="GPL 3.0",
        is_open=True,
    ),
    Licence("school", _("Free for teaching and learning in schools; not to be passed on elsewhere")),
    Licence("permission", _("All rights reserved: used with the permission of the author")),
    Licence(OTHER, _("Another licence, linked here")),
)
LICENCES = {licence.code: licence for licence in _ALL}
CHOICES = [(licence.code, licence.label) for licence in _ALL]


@dataclass(frozen=True)
class Terms:
    """Terms as the components of the templates take them."""

    label: str | Promise
    url: str
    licence: str
    """Address of the text that binds; empty where there is none."""


def terms_of(code: str, link: str = "") -> Terms | None:
    """The terms of a resource; None where no licence is known."""
    licence = LICENCES.get(code)
    if licence is None:
        return None
    if code == OTHER:
        return Terms(licence.label, link, link)
    return Terms(licence.label, licence.deed or licence.url, licence.url)
