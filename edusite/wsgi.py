"""What a web server of this installation calls: Django, behind the short road of look-ups."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "edusite.settings.production")


def _application():
    installation = get_wsgi_application()
    # Needs the models, which Django has set up by now.
    from enrolment.results.short_road import LookupsFirst

    return LookupsFirst(installation)


application = _application()
