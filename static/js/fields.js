// Fields that are more than a box: the unit picker (Tom Select), dates (flatpickr, zh), files, the masked value's minute.
(() => {
  "use strict";
  // In a dialog, lists and calendars hang on the frame, so that the scrolling body does not cut them off.
  const frameOf = (field) => field.closest("#dialog") && document.getElementById("dialog-frame");
  const hang = (box, field, frame) => {
    const at = field.getBoundingClientRect();
    const base = frame.getBoundingClientRect();
    const above = window.innerHeight - at.bottom < box.offsetHeight + 6 && at.top > box.offsetHeight;
    box.style.left = `${at.left - base.left - frame.clientLeft}px`;
    box.style.top = `${(above ? at.top - box.offsetHeight - 4 : at.bottom + 2) - base.top - frame.clientTop}px`;
  };
  const unhang = () => {
    document.querySelectorAll("#dialog-frame > :is(.flatpickr-calendar, .ts-dropdown)").forEach((box) => box.remove());
  };

  const line = (unit, escape) => {
    const under = [unit.path, unit.note].filter(Boolean).map(escape).join(" · ");
    return `<div>${escape(unit.name)}${unit.legal ? `（${escape(unit.legal)}）` : ""}${under ? `<small>${under}</small>` : ""}</div>`;
  };

  // What letters will call the chosen unit, where that is another name.
  const sayLegal = (select, box) => {
    const legal = select.options[select.items[0]]?.legal;
    let said = box.querySelector("[data-legal]");
    if (!said && legal) {
      said = Object.assign(document.createElement("p"), { className: "x-help" });
      said.dataset.legal = "";
      said.setAttribute("role", "status");
      box.append(said);
    }
    if (said) said.textContent = legal ? `文书上写：${legal}` : "";
  };

  const picker = (box) => {
    const field = box.matches("select, input") ? box : box.querySelector("select, input:not([type=hidden])");
    if (!field || field.tomselect || !window.TomSelect) return;
    const label = box.closest(".x-field")?.querySelector(".x-label");
    const url = box.dataset.unitPicker;
    const frame = frameOf(field);
    let found = null;
    // An answer that comes late, when a unit is chosen or the person is elsewhere, must not open over what is typed there.
    let settled = false;
    const waitForPerson = (select) => {
      const open = select.open.bind(select);
      for (const kind of ["mousedown", "keydown"]) select.control.addEventListener(kind, () => { settled = false; }, true);
      select.open = () => { if (!settled && select.control.contains(document.activeElement)) open(); };
    };
    const place = (select) => {
      if (!frame || !select.isOpen) return;
      select.dropdown.style.width = `${select.control.offsetWidth}px`;
      hang(select.dropdown, select.control, frame);
    };
    new window.TomSelect(field, {
      valueField: "id", labelField: "name", searchField: [], maxOptions: 50, maxItems: field.multiple ? null : 1,
      plugins: field.multiple ? ["remove_button"] : [], preload: "focus", loadThrottle: 200, placeholder: field.dataset.words || "输入名称或拼音首字母",
      hidePlaceholder: true, openOnFocus: false, highlight: false, dropdownParent: frame || null,
      score: () => (unit) => (found && !found.has(String(unit.id)) ? 0 : 1),
      onInitialize() {
        waitForPerson(this);
        // A dialog opens with this box focused: clicking into it must not close it and drop what is typed next.
        this.onClick = () => { this.clearActiveItems(); this.focus(); this.open(); };
        Object.values(this.options).forEach((option) => { option.name ||= option.text; option.id ||= option.value; });
        label?.setAttribute("id", `${field.id}-words`);
        for (const box of [field, this.control_input]) box.setAttribute("aria-labelledby", `${field.id}-words`);
        for (const said of ["aria-describedby", "aria-invalid"]) if (field.hasAttribute(said)) this.control_input.setAttribute(said, field.getAttribute(said));
      },
      onItemAdd(chosen) {
        settled = true;
        sayLegal(this, field.parentElement);
        // What is picked for a text is added to it; the box is free for the next.
        const text = document.getElementById(box.dataset.addsTo);
        if (!text) return;
        text.value = [text.value.trim(), chosen].filter(Boolean).join("、");
        text.dispatchEvent(new Event("change", { bubbles: true }));
        this.clear(true);
      },
      onItemRemove() { sayLegal(this, field.parentElement); },
      onDropdownOpen() { place(this); },
      load(typed, done) {
        const address = new URL(url, window.location.href);
        address.searchParams.set("q", typed);
        // A screen reader must not be pointed at an option that is being replaced.
        this.clearActiveOption();
        this.clearOptions((option) => this.items.includes(String(option.id)));
        fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" })
          .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
          .then((answer) => {
            found = new Set(answer.results.map((unit) => String(unit.id)));
            done(answer.results);
            if (!this.isOpen) this.clearActiveOption();
            requestAnimationFrame(() => place(this));
          })
          .catch(() => { done(); window.xinfang.toast("列表没有取到，请稍后重试。", "error"); });
      },
      render: {
        option: line,
        item: (unit, escape) => `<div>${escape(unit.name)}</div>`,
        no_results: () => '<div class="no-results">没有符合的，请换个名称或拼音首字母</div>',
        loading: () => '<div class="no-results">正在查找…</div>',
      },
    });
  };

  // 20260305, 2026.3.5 and 3-5 (this year) are all understood.
  const understand = (written) => {
    const typed = written.normalize("NFKC").trim();
    const whole = typed.match(/^(\d{4})(\d{2})(\d{2})$/) || typed.match(/^(\d{4})\s*[-/.。年]\s*(\d{1,2})\s*[-/.。月]\s*(\d{1,2})\s*日?$/);
    const short = typed.match(/^(\d{1,2})\s*[-/.。月]\s*(\d{1,2})\s*日?$/);
    const [year, month, day] = whole ? whole.slice(1).map(Number) : short ? [new Date().getFullYear(), ...short.slice(1).map(Number)] : [];
    if (!year) return undefined;
    const date = new Date(year, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
  };
  // What the calendar cannot read stays in the box as it was typed: the server says what is wrong with it.
  const keepTyped = (calendar, field) => {
    const set = calendar.setDate;
    calendar.setDate = (day, ...more) => {
      set(day, ...more);
      if (typeof day !== "string" || !day.trim() || field.value) return;
      field.value = day;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
  };
  const dates = (field) => {
    if (field._flatpickr || !window.flatpickr) return;
    const frame = frameOf(field);
    // A phone's own date box takes the place of ours and shows nothing of what it cannot read.
    const calendar = window.flatpickr(field, {
      locale: { ...window.flatpickr.l10ns.zh, firstDayOfWeek: 1 }, dateFormat: "Y-m-d", allowInput: true, disableMobile: true, errorHandler() {},
      appendTo: frame || undefined, position: frame ? (self) => hang(self.calendarContainer, field, frame) : "auto", minDate: field.min || undefined, maxDate: field.max || undefined,
      parseDate: understand,
    });
    keepTyped(calendar, field);
  };

  // The browser words its file box in a language of its own: ours lies under it, and the box itself takes click and drop.
  const files = (field) => {
    if (field.closest(".x-file")) return;
    const frame = Object.assign(document.createElement("span"), { className: "x-file" });
    const button = Object.assign(document.createElement("span"), { className: "btn", textContent: "选择文件" });
    const said = document.createElement("span");
    for (const part of [button, said]) part.setAttribute("aria-hidden", "true");
    field.replaceWith(frame);
    frame.append(field, button, said);
    const say = () => { said.textContent = [...field.files].map((file) => file.name).join("、") || "还没有选择"; };
    field.addEventListener("change", say);
    field.form?.addEventListener("reset", () => setTimeout(say));
    say();
  };

  const glimpse = (box) => {
    if (box.dataset.counting) return;
    box.dataset.counting = "1";
    setTimeout(() => { box.textContent = "已自动隐藏"; box.classList.add("x-dim"); }, Number(box.dataset.glimpse) * 1000);
  };

  const each = (root, selector, act) => {
    if (root.matches?.(selector)) act(root);
    root.querySelectorAll?.(selector).forEach(act);
  };
  const load = (root) => {
    each(root, "[data-unit-picker]", picker);
    each(root, "input[data-date]", dates);
    each(root, ".x-field input[type=file]", files);
    each(root, "[data-glimpse]", glimpse);
  };
  document.addEventListener("DOMContentLoaded", () => load(document));
  document.addEventListener("htmx:beforeSwap", (event) => { if (event.detail.shouldSwap && event.detail.target?.id === "dialog") unhang(); });
  document.addEventListener("close", (event) => { if (event.target.id === "dialog-frame") unhang(); }, true);
  document.addEventListener("htmx:load", (event) => load(event.detail.elt));
  document.addEventListener("click", (event) => {
    const pick = event.target.closest?.("[data-pick]");
    const select = pick && document.getElementById(pick.dataset.pick)?.tomselect;
    if (!select) return;
    select.addOption({ id: pick.dataset.pickId, name: pick.dataset.pickName });
    select.setValue(pick.dataset.pickId);
  });
})();
