from resources.services.records import record_withdraw, record_write, records_reconcile

__all__ = ["record_withdraw", "record_write", "records_reconcile"]
