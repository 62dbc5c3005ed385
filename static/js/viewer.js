// The scan beside the text: larger, smaller, and each page turned by a quarter.
(() => {
  "use strict";
  const WIDTHS = [60, 100, 140, 190, 250];
  const zoom = (viewer, step) => {
    const at = Math.min(Math.max(Number(viewer.dataset.zoom || 1) + step, 0), WIDTHS.length - 1);
    viewer.dataset.zoom = at;
    viewer.querySelectorAll(".x-scan-page").forEach((page) => { page.style.width = `${WIDTHS[at]}%`; });
  };
  const turn = (page) => {
    const frame = page.querySelector(".x-scan-frame");
    const image = frame.querySelector("img");
    const { naturalWidth: width, naturalHeight: height } = image;
    const quarters = (Number(page.dataset.quarters || 0) + 1) % 4;
    page.dataset.quarters = quarters;
    const lying = quarters % 2 === 1;
    frame.style.aspectRatio = lying ? `${height} / ${width}` : `${width} / ${height}`;
    image.style.position = "absolute";
    image.style.left = image.style.top = "50%";
    image.style.width = lying ? `${(100 * width) / height}%` : "100%";
    image.style.transform = `translate(-50%, -50%) rotate(${quarters * 90}deg)`;
  };
  // What was recognised is put behind what is typed already, never over it.
  const adopt = (button) => {
    const [from, into] = [button.dataset.adopt, button.dataset.into].map((id) => document.getElementById(id));
    into.value = [into.value.trimEnd(), from.innerText.trim()].filter(Boolean).join("\n");
    for (const kind of ["input", "change"]) into.dispatchEvent(new Event(kind, { bubbles: true }));
    into.focus();
  };
  document.addEventListener("click", (event) => {
    const taken = event.target.closest?.("[data-adopt]");
    if (taken) adopt(taken);
    const button = event.target.closest?.("[data-view]");
    if (!button) return;
    if (button.dataset.view === "turn") turn(button.closest(".x-scan-page"));
    else zoom(button.closest("[data-viewer]"), button.dataset.view === "larger" ? 1 : -1);
  });
})();
