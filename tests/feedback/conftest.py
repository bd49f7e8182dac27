from tests.privacy.conftest import _kept_world, _nobody_types_before, _world, department, school, sender

__all__ = ["_kept_world", "_nobody_types_before", "_world", "department", "school", "sender"]
