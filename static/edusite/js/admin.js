/* Starts the widgets of the admin, which allows no script written into a page.
 *
 * Where Wagtail writes <script>new InlinePanel({…})</script>, our templates write
 * <template data-start="InlinePanel" data-start-arguments="[{…}]">. A widget is started as soon as its mark is in the
 * page: while the page is read, when a dialogue opens, when a form is added to an inline panel. */
(() => {
  const MAY_START = /^(?:init(?:Date|Time|DateTime)Chooser|createTaskChooser|InlinePanel|MultipleChooserPanel|(?:[A-Z]\w*)?Chooser)$/;
  const started = new WeakSet();

  function startOne(mark) {
    const name = mark.dataset.start;
    if (started.has(mark) || !MAY_START.test(name) || typeof window[name] !== "function") return;
    started.add(mark);
    const given = JSON.parse(mark.dataset.startArguments);
    if (/^[a-z]/.test(name)) window[name](...given);
    else new window[name](...given);
  }

  function start(root) {
    if (root.matches?.("template[data-start]")) startOne(root);
    root.querySelectorAll?.("template[data-start]").forEach(startOne);
  }

  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach((node) => node.nodeType === Node.ELEMENT_NODE && start(node));
  }).observe(document.documentElement, { childList: true, subtree: true });

  /* Whoever adds a form uses its widgets in the same breath, before any observer is told. */
  const { addForm } = window.InlinePanel?.prototype ?? {};
  if (addForm) {
    window.InlinePanel.prototype.addForm = function addAndStart(...options) {
      const result = addForm.apply(this, options);
      start(document);
      return result;
    };
  }

  start(document);
  for (const moment of ["DOMContentLoaded", "load"]) window.addEventListener(moment, () => start(document));
})();

/* The editor saves by itself half a second after a change. Whoever presses a button meanwhile would send the page twice: a new page
 * would be made twice, and what is older could arrive last. The button waits for the saving; then nothing is saved any more. */
(() => {
  const saving = new WeakSet();
  const leaving = new WeakSet();
  const pressed = new WeakMap();
  let goesOn = false;

  /* The button shows that it works, and one that is switched off is not sent; after the first saving others stand in its place. */
  function sendable(form, button) {
    if (!button) return null;
    button.disabled = false;
    if (button.form === form) return button;
    if (button.name) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: button.name, value: button.value });
      form.append(field);
    }
    return null;
  }

  function over(event) {
    const form = event.target;
    saving.delete(form);
    if (!pressed.has(form)) return;
    const button = pressed.get(form);
    pressed.delete(form);
    goesOn = true;
    try {
      form.requestSubmit(sendable(form, button));
    } finally {
      goesOn = false;
    }
  }

  document.addEventListener("w-autosave:save", (event) => {
    if (leaving.has(event.target)) event.preventDefault();
    else saving.add(event.target);
  });
  document.addEventListener("w-autosave:success", over);
  document.addEventListener("w-autosave:error", over);
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (saving.has(form) && !goesOn) {
        event.preventDefault();
        event.stopImmediatePropagation();
        pressed.set(form, event.submitter);
      } else if (form.method === "post") {
        leaving.add(form);
        setTimeout(() => event.defaultPrevented && leaving.delete(form));
      }
    },
    true,
  );
  // A page that comes back from the browser's memory is worked on again.
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach((form) => leaving.delete(form)));
})();

/* On a phone a list is read as cards: each cell says its column (admin.css). Lists whose rows are moved or chosen stay tables. */
(() => {
  const LISTS = "main table.listing:not(.privacy-list, [data-controller])";

  function label(list) {
    const heads = [...list.querySelectorAll(":scope > thead > tr:last-child > *")].map((head) => head.firstChild?.textContent.trim() || head.textContent.trim());
    if (!heads.length) return;
    for (const row of list.querySelectorAll(":scope > tbody > tr")) {
      const cells = [...row.children];
      if (cells.length !== heads.length) continue;
      cells.forEach((cell, place) => {
        if (place && heads[place] && !cell.dataset.label && cell.textContent.trim()) cell.dataset.label = heads[place];
      });
    }
    list.classList.add("is-cards");
  }

  for (const moment of ["DOMContentLoaded", "load"]) window.addEventListener(moment, () => document.querySelectorAll(LISTS).forEach(label));
})();
