"""Templates of Wagtail and Wagtail Localize with a few lines of ours, found before the originals.

Two reasons, no other: a script written into the page (the policy of the admin allows none) and a text without
gettext. Each extends the original where it has a block for it. The words in them are the packages' own and stand in
locale/overlay, so scripts/check_messages.py does not look in here.
"""
