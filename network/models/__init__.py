from network.models.institutions import Institution, InstitutionHost
from network.models.jobs import ProvisioningJob, ProvisioningRow

__all__ = ["Institution", "InstitutionHost", "ProvisioningJob", "ProvisioningRow"]
