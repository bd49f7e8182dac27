from feedback.services.cases import case_change, case_open, case_read, feedback_export

__all__ = ["case_change", "case_open", "case_read", "feedback_export"]
