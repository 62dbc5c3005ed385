// The groups of the navigation: what a person folds or unfolds stays so on this device.
(() => {
  "use strict";
  const key = (group) => `nav:${group.dataset.navGroup}`;
  const kept = (group) => { try { return localStorage.getItem(key(group)); } catch { return null; } };
  const keep = (group) => { try { localStorage.setItem(key(group), group.open ? "open" : "folded"); } catch { /* private window */ } };

  document.querySelectorAll("[data-nav-group]").forEach((group) => {
    const here = group.querySelector("[aria-current]") !== null;
    const state = kept(group);
    // Where one is now is always to be seen.
    if (state && !here) group.open = state === "open";
    // Only what the person does is kept; opening it above is no such thing.
    group.querySelector("summary").addEventListener("click", () => setTimeout(() => keep(group)));
  });
})();
