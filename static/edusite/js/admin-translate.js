/* Wagtail Localize: where its editor finds the choosers, and the box that ticks all languages. */
(() => {
  const { imageChooser, documentChooser, pageChooser } = document.currentScript.dataset;
  if (pageChooser) window.chooserUrls ??= { imageChooser, documentChooser, pageChooser };

  document.addEventListener("change", ({ target }) => {
    if (target.name !== "select_all") return;
    document.querySelectorAll('[name="locales"]').forEach((box) => {
      box.checked = target.checked;
    });
  });
})();
