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
