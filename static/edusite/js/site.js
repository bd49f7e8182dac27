/* Enhancement only: every page works without this file. */
const closeAll = (root, except) => {
  for (const open of root.querySelectorAll("details[open]")) {
    if (open !== except && !open.contains(except)) open.open = false;
  }
};

const bar = document.querySelector("[data-disclosures]");
const menu = document.querySelector("[data-menu]");

if (bar) {
  bar.addEventListener("toggle", (event) => {
    if (event.target.open) closeAll(bar, event.target);
  }, true);
  document.addEventListener("click", (event) => {
    if (!bar.contains(event.target)) closeAll(bar, null);
  });
  bar.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !bar.contains(event.relatedTarget)) closeAll(bar, null);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const within = document.activeElement && document.activeElement.closest("details[open]");
  const open = within || document.querySelector("[data-disclosures] details[open]") || (menu && menu.open && menu);
  if (!open || !(bar && bar.contains(open)) && !(menu && (menu === open || menu.contains(open)))) return;
  open.open = false;
  open.querySelector("summary").focus();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const problem = document.querySelector("[data-focus]");
if (problem) problem.focus();
