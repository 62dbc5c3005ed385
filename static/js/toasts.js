// Toasts: short reports that never cover what is being typed. xinfang.toast(text, tone), or the event `toast` from
// a response header  HX-Trigger: {"toast": {"text": "已转送", "tone": "success"}}.
(() => {
  "use strict";
  const seconds = { success: 6, info: 8 };

  const sign = { success: "ok", error: "stop", refused: "stop", warning: "alert", info: "info" };

  const leaveLater = (toast) => {
    const tone = Object.keys(seconds).find((name) => toast.classList.contains(`x-toast-${name}`));
    if (!tone || toast.dataset.timed) return;
    toast.dataset.timed = "1";
    const go = () => {
      if (toast.matches(":hover, :focus-within")) setTimeout(go, 2000);
      else toast.remove();
    };
    setTimeout(go, seconds[tone] * 1000);
  };

  const toast = (text, tone = "info", article = "") => {
    const pattern = document.getElementById("toast-pattern");
    const place = document.getElementById("toasts");
    if (!pattern || !place) return;
    const words = article ? `${text}（依据：${article}）` : text;
    const said = [...place.querySelectorAll("[data-toast-text]")].some((old) => old.textContent.trim() === words);
    if (said) return;
    const box = pattern.content.firstElementChild.cloneNode(true);
    box.className = `x-toast x-toast-${tone}`;
    box.querySelector("[data-toast-text]").textContent = words;
    const drawing = box.querySelector("use");
    drawing.setAttribute("href", drawing.getAttribute("href").replace(/#.*/, `#${sign[tone] || "info"}`));
    if (tone === "error" || tone === "refused") box.setAttribute("role", "alert");
    place.append(box);
    leaveLater(box);
  };

  window.xinfang = { toast };
  document.addEventListener("toast", (event) => {
    const { text, tone, article } = event.detail;
    toast(text ?? event.detail.value, tone, article);
  });
  document.addEventListener("click", (event) => {
    event.target.closest?.("[data-toast-close]")?.closest("[data-toast]").remove();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const place = document.getElementById("toasts");
    if (!place) return;
    place.querySelectorAll("[data-toast]").forEach(leaveLater);
    new MutationObserver(() => place.querySelectorAll("[data-toast]").forEach(leaveLater)).observe(place, { childList: true });
  });
})();
