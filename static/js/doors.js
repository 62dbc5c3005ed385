// Doors: how answers of the server reach the page. Refusals and errors never replace what is typed; the dialog
// opens when something was put into it and closes when its form was accepted.
(() => {
  "use strict";
  const frame = () => document.getElementById("dialog-frame");
  const dialog = () => document.getElementById("dialog");
  const say = (text, tone = "error") => window.xinfang.toast(text, tone);
  const words = {
    400: "提交的内容无法识别，请检查后再提交。您填写的内容还在。",
    403: "您没有办理这件事的权限，或页面停留太久。请刷新页面后再试。",
    404: "没有找到这件信访事项，或不在您的工作范围内。",
    409: "有人刚刚先办理了这一步。您填写的内容还在，请刷新后查看最新情况。",
    413: "文件或内容太大，没有提交成功。您填写的内容还在。",
    422: "内容需要修改后才能提交。",
    429: "操作太频繁，请稍后再试。",
  };
  const wordsFor = (status) => words[status]
    || (status >= 502 ? "系统正在恢复，您填写的内容还在，请稍后重试。" : "系统出了问题，没有完成这一步。您填写的内容还在，请重试。");

  // Bad news stands above the form that asked, where it covers nothing; without a form it is a toast.
  const slotFor = (elt) => elt?.closest("form")?.querySelector("[data-refusal-slot]");
  const sayTo = (elt, text) => {
    const slot = slotFor(elt);
    const pattern = document.getElementById("refusal-pattern");
    if (!slot?.isConnected || !pattern) { say(text); return; }
    const box = pattern.content.firstElementChild.cloneNode(true);
    box.querySelector("[data-refusal-text]").textContent = text;
    slot.replaceChildren(box);
    slot.scrollIntoView({ block: "nearest" });
  };

  const openDialog = () => {
    const box = frame();
    if (!box || box.open || !dialog().firstElementChild) return;
    box.showModal();
    box.append(document.getElementById("toasts"));
  };
  const closeDialog = () => { if (frame()?.open) frame().close(); };
  const focusFirst = () => {
    const wrong = dialog().querySelector("[autofocus], .x-field-wrong :is(input:not([type=hidden]), select, textarea)");
    const first = dialog().querySelector(".x-dialog-body :is(input:not([type=hidden]), select, textarea)");
    const field = wrong || first || dialog().querySelector("[data-close]");
    (field?.tomselect || field)?.focus();
  };

  // Where an error answer goes: its own slot above the form that asked, else a toast; never over the form.
  const isPage = (text) => /^\s*<!doctype|^\s*<html/i.test(text);
  const routeError = (event) => {
    const { detail } = event;
    const { xhr, requestConfig } = detail;
    const text = xhr.responseText || "";
    detail.isError = true;
    if (xhr.getResponseHeader("HX-Retarget")) { detail.shouldSwap = true; return; }
    const short = text.trim() && !isPage(text) && (xhr.getResponseHeader("Content-Type") || "").includes("html");
    if (!short) { detail.shouldSwap = false; sayTo(requestConfig.elt, wordsFor(xhr.status)); return; }
    detail.shouldSwap = true;
    const slot = slotFor(requestConfig.elt);
    if (/<form[\s>]/i.test(text) && requestConfig.verb !== "get") return;
    if (/data-refusal[\s>]/.test(text) && slot) {
      detail.target = slot;
      detail.swapOverride = "innerHTML show:none";
      slot.scrollIntoView({ block: "nearest" });
    } else {
      detail.target = document.getElementById("toasts");
      detail.swapOverride = "beforeend";
    }
  };

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { detail } = event;
    if (detail.xhr.status >= 400) { routeError(event); return; }
    if (isPage(detail.xhr.responseText || "") && !detail.boosted) {
      detail.shouldSwap = false;
      detail.requestConfig.kept = true;
      if (/data-login[\s>]/.test(detail.xhr.responseText)) sayTo(detail.requestConfig.elt, "登录已过期。您填写的内容还在：请在新窗口重新登录，然后回到这里再提交。");
      else window.location.assign(detail.xhr.responseURL);
    }
  });
  document.addEventListener("htmx:configRequest", (event) => {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (!cookie || event.detail.verb === "get") return;
    event.detail.headers["X-CSRFToken"] = cookie[1];
    if (event.detail.parameters.has?.("csrfmiddlewaretoken")) event.detail.parameters.set("csrfmiddlewaretoken", cookie[1]);
  });
  for (const kind of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(kind, (event) => sayTo(event.detail.requestConfig?.elt, "网络中断，您填写的内容还在，请重试。"));
  }
  const fromDialog = new WeakSet();
  document.addEventListener("htmx:beforeRequest", (event) => {
    const asking = event.detail.requestConfig.elt;
    if (asking.closest("#dialog")) fromDialog.add(asking);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== dialog()) return;
    openDialog();
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target === dialog()) focusFirst();
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const { successful, requestConfig, target } = event.detail;
    if (!successful || requestConfig.kept || requestConfig.verb === "get" || !fromDialog.has(requestConfig.elt)) return;
    if (!dialog().contains(target) || !event.detail.xhr.responseText.trim()) closeDialog();
  });
  document.addEventListener("dialog:close", closeDialog);
  document.addEventListener("close", (event) => {
    if (event.target !== frame()) return;
    document.body.append(document.getElementById("toasts"));
    dialog().replaceChildren();
  }, true);

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    target.closest("[data-close]")?.closest("dialog")?.close();
    if (target.closest("[data-back]")) window.history.back();
    if (target.closest("[data-print]")) window.print();
    const why = target.closest("[data-why-not]");
    if (why) say(why.dataset.whyNot, "info");
  });
  document.addEventListener("toggle", (event) => {
    const why = event.target;
    if (why instanceof Element && why.matches("details[data-why]") && why.open && !why.querySelector(".x-days")) window.htmx.trigger(why, "why");
  }, true);

  // One press, one act: a second submit of the same form waits until the first has been answered.
  const free = (form) => {
    delete form.dataset.sending;
    // Buttons may stand outside and belong to the form by their form attribute.
    for (const button of form.elements) button.removeAttribute("data-waiting");
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sending) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    form.dataset.sending = "1";
    (event.submitter || form.querySelector("[type=submit]"))?.setAttribute("data-waiting", "");
    if (!form.hasAttribute("hx-post") && !form.hasAttribute("hx-get")) setTimeout(free, 8000, form);
  }, true);
  document.addEventListener("htmx:afterRequest", (event) => {
    const { elt } = event.detail.requestConfig;
    const form = elt.closest("form");
    // What is only said while one types answers no press.
    if (form && !elt.matches("[data-said]")) free(form);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(free));
})();
