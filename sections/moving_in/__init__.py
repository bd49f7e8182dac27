"""Moving in: the content of a site made with NukeViet or WordPress becomes drafts in the right sections.

The upload is read into items (``nukeviet``, ``wordpress``), each item finds its section (``placing``), its HTML becomes
blocks (``html``), its pictures and files are taken from an uploaded archive (``files``), and its old addresses lead to the
new page (``addresses``). Nothing is fetched from the network. The rest is that of every list (``sections.exchange``).
"""
