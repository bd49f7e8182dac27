"""Open data (W8.7, W9.6, W12.6): what a site publishes as lists, described and offered to machines.

Each section that has a list (``sections.lists``) is a data set by itself; a part says more about its own, or adds one
that is no list, with ``register_dataset`` in ``AppConfig.ready()``.
"""

from sections.opendata.registry import (
    DataField,
    DataSet,
    Frequency,
    Records,
    datasets,
    datasets_for,
    register_dataset,
)

__all__ = ["DataField", "DataSet", "Frequency", "Records", "datasets", "datasets_for", "register_dataset"]
