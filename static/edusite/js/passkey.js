// Connects a button with the browser's passkeys (static/mfa/js/webauthn.js of django-allauth).
(function () {
  'use strict';
  var own = document.currentScript;
  var button = document.getElementById('passkey');
  if (!button || !window.PublicKeyCredential) return;
  document.querySelectorAll('[data-needs-script]').forEach(function (part) { part.hidden = false; });
  var ids = { credential: own.dataset.credential, data: 'passkey-data' };
  ids[own.dataset.act] = 'passkey';
  window.allauth.webauthn.forms[own.dataset.act + 'Form']({ ids: ids });
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault();
    var said = document.getElementById('passkey-error');
    if (said) said.hidden = false;
  });
})();
