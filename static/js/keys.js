// Keyboard and small helpers: / search, ? help, j k rows, Ctrl+Enter submits, navigation drawer, copy, row links.
(() => {
  "use strict";
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  const wanted = () => {
    try { return localStorage.getItem("keys") !== "off"; } catch { return true; }
  };
  const help = () => {
    const box = document.getElementById("help");
    if (box && !box.open && !document.querySelector("dialog[open]")) box.showModal();
  };
  const row = (step) => {
    const links = [...document.querySelectorAll(".x-row-link")].filter((link) => link.offsetParent);
    if (!links.length) return;
    const at = links.indexOf(document.activeElement);
    links[Math.min(Math.max(at + step, 0), links.length - 1)].focus();
  };
  const single = {
    "/": () => { const box = document.querySelector("[data-search]"); box?.focus(); box?.select(); },
    "?": help,
    j: () => row(1),
    k: () => row(-1),
  };

  const nav = (open) => {
    const menu = document.getElementById("nav");
    if (!menu) return;
    menu.classList.toggle("x-open", open);
    document.querySelectorAll("[data-nav-toggle]").forEach((button) => button.setAttribute("aria-expanded", String(open)));
    if (open) menu.querySelector("a")?.focus();
  };
  const navOpen = () => document.getElementById("nav")?.classList.contains("x-open");

  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest?.("form");
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.key === "Escape" && navOpen()) {
      nav(false);
      [...document.querySelectorAll("[data-nav-toggle]")].find((button) => button.offsetParent)?.focus();
    }
    if (event.key === "Escape") document.querySelectorAll("details[data-close-outside][open]").forEach((box) => { box.open = false; });
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (single[event.key] && wanted()) { event.preventDefault(); single[event.key](); }
  });

  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); } catch {
      const box = document.createElement("textarea");
      box.value = text;
      (document.querySelector("dialog[open]") || document.body).append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    window.xinfang.toast(`已复制 ${text}`, "success");
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest("[data-nav-toggle]")) nav(!navOpen());
    else if (navOpen() && !target.closest("#nav")) nav(false);
    if (target.closest("[data-help]")) help();
    const number = target.closest("[data-copy]");
    if (number) copy(number.dataset.copy);
    document.querySelectorAll("details[data-close-outside][open]").forEach((box) => { if (!box.contains(target)) box.open = false; });
    const line = target.closest("tr[data-href]");
    if (line && !target.closest("a, button, input, label, select") && !String(window.getSelection())) window.location.assign(line.dataset.href);
  });
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-keys-switch]")) return;
    try { localStorage.setItem("keys", event.target.checked ? "on" : "off"); } catch { /* not remembered */ }
  });
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-keys-switch]");
    if (box) box.checked = wanted();
  });
})();
