// Moves the bar while a list of institutions is taken in. Without script, the page reloads itself.
const box = document.querySelector("[data-provisioning-status]");
const bar = box.querySelector("progress");

async function ask() {
  let wait = 1000;
  try {
    const response = await fetch(box.dataset.provisioningStatus, { headers: { Accept: "application/json" } });
    const status = await response.json();
    if (!status.busy) {
      window.location.reload();
      return;
    }
    bar.value = status.percent;
    box.querySelector("[data-label]").textContent = status.label;
    box.querySelector("[data-count]").textContent = `${status.done}/${status.total}`;
  } catch {
    wait = 5000;
  }
  window.setTimeout(ask, wait);
}

window.setTimeout(ask, 1000);
