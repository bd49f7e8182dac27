from network.models.accounts import AccountSession, AccountState, DisabledReason
from network.models.institutions import Institution, InstitutionHost
from network.models.jobs import ProvisioningJob, ProvisioningRow
from network.models.letters import Letter, LetterPreference
from network.models.timers import TimerRun, WorkerBeat

__all__ = [
    "AccountSession",
    "AccountState",
    "DisabledReason",
    "Institution",
    "InstitutionHost",
    "Letter",
    "LetterPreference",
    "ProvisioningJob",
    "ProvisioningRow",
    "TimerRun",
    "WorkerBeat",
]
