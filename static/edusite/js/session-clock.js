// Says before a session ends for want of use, and keeps it while somebody types into a form.
(function () {
  'use strict';
  var own = document.currentScript;
  var idle = Number(own.dataset.idle) * 1000;
  var warn = Math.min(120000, idle / 3);
  var seen = Date.now();
  var used = false;
  var box = null;

  function token() {
    var config = document.getElementById('wagtail-config');
    return config ? JSON.parse(config.textContent).CSRF_TOKEN : '';
  }
  function stay() {
    fetch(own.dataset.url, { method: 'POST', credentials: 'same-origin', redirect: 'manual', headers: { 'X-CSRFToken': token() } })
      .then(function (answer) { if (answer.status === 204) { seen = Date.now(); hide(); } });
  }
  function hide() {
    if (box) { box.remove(); box = null; }
  }
  function show() {
    if (box) return;
    box = document.createElement('div');
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-label', own.dataset.title);
    box.className = 'session-clock';
    var said = document.createElement('p');
    said.textContent = own.dataset.text;
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = own.dataset.button;
    button.addEventListener('click', stay);
    box.append(said, button);
    document.body.append(box);
    button.focus();
  }
  ['input', 'change'].forEach(function (name) {
    document.addEventListener(name, function () { used = true; }, true);
  });
  setInterval(function () {
    var passed = Date.now() - seen;
    if (used && passed > 60000) { used = false; stay(); }
    else if (passed > idle - warn) show();
  }, 15000);
})();
