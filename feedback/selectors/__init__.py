from feedback.selectors.cases import feedback_for, waiting_of

__all__ = ["feedback_for", "waiting_of"]
