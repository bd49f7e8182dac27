"""How an institution of a list gets its site."""

from network.provisioning.registry import MemberSite, ProvisioningRun, Step, register_step, steps

__all__ = ["MemberSite", "ProvisioningRun", "Step", "register_step", "steps"]
