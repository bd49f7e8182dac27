from tests.privacy.conftest import _nobody_types_before, department, school, sender

__all__ = ["_nobody_types_before", "department", "school", "sender"]
