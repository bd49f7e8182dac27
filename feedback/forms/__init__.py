from feedback.forms.feedback import CONTACT, HANDLE, CaseForm, FeedbackForm, PurposeForm

__all__ = ["CONTACT", "HANDLE", "CaseForm", "FeedbackForm", "PurposeForm"]
