// Draft keeper: what is typed in a form with data-draft="key" lives in this tab's sessionStorage until the form is
// accepted. Passwords, files, hidden fields and anything marked data-no-draft are never kept.
(() => {
  "use strict";
  const staff = () => document.body.dataset.staff || "";
  const key = (form) => `draft:${staff()}:${form.dataset.draft || form.id}`;
  const counted = (field) => field.name.endsWith("-TOTAL_FORMS");
  const kept = (field) => field.name && !field.closest("[data-no-draft], [data-row][hidden]")
    && (counted(field) || !["password", "file", "hidden", "submit", "button"].includes(field.type));
  const fields = (form) => [...form.elements].filter(kept);
  const chosen = (field) => [...field.selectedOptions].map((option) => [option.value, option.text]);

  const state = (form) => fields(form).map((field) => {
    if (field.type === "checkbox" || field.type === "radio") return [field.name, field.value, field.checked];
    return [field.name, null, field.tagName === "SELECT" ? chosen(field) : field.value];
  });

  const put = (field, value, saved) => {
    if (value !== null) field.checked = saved;
    else if (field.tagName !== "SELECT") field.value = saved;
    else {
      for (const [code, text] of saved) {
        if (![...field.options].some((option) => option.value === code)) field.add(new Option(text, code));
      }
      for (const option of field.options) option.selected = saved.some(([code]) => code === option.value);
      field.tomselect?.sync();
    }
  };

  const read = (form) => {
    try { return JSON.parse(sessionStorage.getItem(key(form))); } catch { return null; }
  };
  const write = (form) => {
    try { sessionStorage.setItem(key(form), JSON.stringify(state(form))); } catch { /* storage full or switched off */ }
  };
  const clear = (form) => sessionStorage.removeItem(key(form));

  const offerToDrop = (form) => {
    const line = document.createElement("p");
    line.className = "x-restored";
    line.textContent = "已恢复您上次未提交的内容。";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm";
    button.textContent = "清除，重新填写";
    button.addEventListener("click", () => { clear(form); form.dataset.dropped = "1"; form.reset(); line.remove(); });
    line.append(button);
    (form.querySelector(".x-dialog-body") || form).prepend(line);
  };

  const restore = (form) => {
    if (form.dataset.draftReady) return;
    form.dataset.draftReady = "1";
    const saved = read(form);
    if (!saved || "bound" in form.dataset) return;
    const before = JSON.stringify(state(form));
    if (before === JSON.stringify(saved)) return;
    for (const [name, , total] of saved.filter(([name]) => name.endsWith("-TOTAL_FORMS"))) {
      const rows = form.querySelector(`[data-prefix="${CSS.escape(name.slice(0, -12))}"]`);
      rows?.dispatchEvent(new CustomEvent("draft:rows", { detail: Number(total) }));
    }
    const open = fields(form).filter((field) => !counted(field));
    for (const [name, value, content] of saved) {
      const at = open.findIndex((field) => field.name === name && (value === null || field.value === value));
      if (at >= 0) put(open.splice(at, 1)[0], value, content);
    }
    if (JSON.stringify(state(form)) === before) return;
    offerToDrop(form);
    form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
  };

  const load = (root) => {
    if (root.matches?.("form[data-draft]")) restore(root);
    root.querySelectorAll?.("form[data-draft]").forEach(restore);
  };
  const forgetOthers = () => {
    for (const name of Object.keys(sessionStorage)) {
      if (staff() && name.startsWith("draft:") && !name.startsWith(`draft:${staff()}:`)) sessionStorage.removeItem(name);
    }
  };
  const cameByItself = () => performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const settleSent = () => {
    const sent = sessionStorage.getItem("sent");
    sessionStorage.removeItem("sent");
    if (!sent || !cameByItself()) return;
    const again = [...document.querySelectorAll("form[data-draft][data-bound]")].some((form) => key(form) === sent);
    if (!again && !document.querySelector(".x-error-page, [data-login]")) sessionStorage.removeItem(sent);
  };

  window.xinfang.draft = { clear, load };
  document.addEventListener("DOMContentLoaded", () => { forgetOthers(); settleSent(); load(document); });
  document.addEventListener("htmx:load", (event) => load(event.detail.elt));
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, (event) => {
      const form = event.target.form || event.target.closest?.("form");
      if (!form || !("draft" in form.dataset)) return;
      write(form);
    });
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if ("logout" in form.dataset) sessionStorage.clear();
    if (!("draft" in form.dataset)) return;
    write(form);
    if (!form.hasAttribute("hx-post")) sessionStorage.setItem("sent", key(form));
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { successful, requestConfig, xhr } = event.detail;
    const form = requestConfig.elt.closest("form[data-draft]");
    // htmx calls nothing successful that sends the browser elsewhere.
    const sentOn = xhr.status < 300 && xhr.getResponseHeader("HX-Redirect");
    // What is only said while one types sends nothing.
    if (!form || requestConfig.elt.matches("[data-said]") || !(successful || sentOn) || requestConfig.verb === "get" || requestConfig.kept) return;
    clear(form);
  });
})();
