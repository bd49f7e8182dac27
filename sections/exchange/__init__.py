"""Lists of pages, taken in from a spreadsheet and handed out as one.

A part says once what the columns of its page type are (``register_exchange``); upload, mapping, dry run, drafts, undo,
the way through the chain and the export are then the same for every section.
"""

from sections.exchange.parsers import Parser
from sections.exchange.registry import Exchange, Field, exchange, exchanges, register_exchange

__all__ = ["Exchange", "Field", "Parser", "exchange", "exchanges", "register_exchange"]
