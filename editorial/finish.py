"""What happens when the last step of the chain is approved (WAGTAIL_FINISH_WORKFLOW_ACTION).

Wagtail resolves this function while it defines its models, so nothing of Wagtail may be imported at the
top here.
"""


def publish_on_approval(workflow_state, user=None):
    """Record the approval and publish what was approved; the chain itself is the permission."""
    from editorial.services.publications import publication_finish

    publication_finish(workflow_state=workflow_state, user=user)
