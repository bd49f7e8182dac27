"""What happens when the last step of the chain is approved (WAGTAIL_FINISH_WORKFLOW_ACTION).

Wagtail resolves this function while it defines its models, so nothing of Wagtail may be imported at the top here.
"""


def publish_on_approval(workflow_state, user=None):
    """Publish what was approved; the chain itself is the permission."""
    workflow_state.content_object.get_latest_revision().publish(user=user, skip_permission_checks=True)
