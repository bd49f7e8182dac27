"""What a lecture expects to find around it: a learning management system (SCORM 1.2 and 2004) and storage. In a frame without an
origin neither exists, and many packages stop there. This stands in for both in the memory of the frame; nothing is kept or sent.
"""

from __future__ import annotations

import re

from django.utils.html import escape

RUNTIME_NAME = "_edusite-runtime.js"
_HEAD = re.compile(rb"<head(\s[^>]*)?>", re.IGNORECASE)
_HTML = re.compile(rb"<html(\s[^>]*)?>", re.IGNORECASE)
_DOCTYPE = re.compile(rb"^(\xef\xbb\xbf)?\s*(<\?xml[^>]*\?>\s*)?(<!doctype[^>]*>)?", re.IGNORECASE)

RUNTIME = """\
(function () {
  "use strict";
  function shelf() {
    var kept = Object.create(null);
    return {
      getItem: function (key) { return key in kept ? kept[key] : null; },
      setItem: function (key, value) { kept[key] = String(value); },
      removeItem: function (key) { delete kept[key]; },
      clear: function () { kept = Object.create(null); },
      key: function (index) { return Object.keys(kept)[index] || null; },
      get length() { return Object.keys(kept).length; }
    };
  }
  function define(target, name, value) {
    try { Object.defineProperty(target, name, { configurable: true, writable: true, value: value }); } catch (error) { return; }
  }
  ["localStorage", "sessionStorage"].forEach(function (name) {
    try { window[name].length; } catch (error) { define(window, name, shelf()); }
  });
  try { document.cookie; } catch (error) { define(document, "cookie", ""); }
  try { window.parent.document; } catch (error) { define(window, "parent", window); }
  var values = {
    "cmi.core.lesson_status": "not attempted", "cmi.core.entry": "ab-initio", "cmi.core.credit": "no-credit",
    "cmi.core.lesson_mode": "browse", "cmi.core.student_name": "", "cmi.core.student_id": "", "cmi.suspend_data": "",
    "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.mode": "browse", "cmi.entry": "ab-initio",
    "cmi.credit": "no-credit", "cmi.learner_name": "", "cmi.learner_id": "", "cmi.location": ""
  };
  function yes() { return "true"; }
  function get(name) { return name in values ? values[name] : /_count$/.test(name) ? "0" : ""; }
  function set(name, value) { values[name] = String(value); return "true"; }
  function zero() { return "0"; }
  function none() { return ""; }
  window.API = {
    LMSInitialize: yes, LMSFinish: yes, LMSGetValue: get, LMSSetValue: set, LMSCommit: yes,
    LMSGetLastError: zero, LMSGetErrorString: none, LMSGetDiagnostic: none
  };
  window.API_1484_11 = {
    version: "1.0", Initialize: yes, Terminate: yes, GetValue: get, SetValue: set, Commit: yes,
    GetLastError: zero, GetErrorString: none, GetDiagnostic: none
  };
})();
"""


def with_runtime(body: bytes, address: str) -> bytes:
    """A page of a package that loads the stand-in before its own scripts."""
    tag = f'<script src="{escape(address)}"></script>'.encode()
    if b"\x00" in body[:4]:
        return body  # UTF-16: left as it is
    place = _HEAD.search(body[:20_000]) or _HTML.search(body[:20_000]) or _DOCTYPE.match(body)
    end = place.end() if place else 0
    return body[:end] + tag + body[end:]
