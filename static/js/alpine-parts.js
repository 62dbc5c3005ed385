// Alpine parts (CSP build: names only in the attributes, logic here).
//   x-data="fold"     x-bind="button" / x-show="open"                    something that opens
//   x-data="choice"   data-shows="value other" on the sections           sections that depend on a radio or select
//   x-data="counter"  data-limit="500" ; x-text="left"                   characters left in the text area inside
//   x-data="formset"  data-prefix="demands" ; a <template> row inside    rows of a Django formset
document.addEventListener("alpine:init", () => {
  "use strict";
  const { Alpine } = window;

  Alpine.data("fold", () => ({
    open: false,
    toggle() { this.open = !this.open; },
    button: { "@click"() { this.toggle(); }, ":aria-expanded"() { return String(this.open); } },
  }));

  Alpine.data("choice", () => ({
    init() {
      this.$root.addEventListener("change", () => this.show());
      (this.$root.closest("form") || this.$root).addEventListener("draft:restored", () => this.show());
      this.show();
    },
    show() {
      const marked = [...this.$root.querySelectorAll("input:checked, select[data-choice]")].map((field) => field.value);
      this.$root.querySelectorAll("[data-shows]").forEach((part) => {
        part.hidden = !part.dataset.shows.split(" ").some((value) => marked.includes(value));
        part.querySelectorAll("input, select, textarea").forEach((field) => { field.disabled = part.hidden; });
      });
    },
  }));

  Alpine.data("counter", () => ({
    left: "",
    init() {
      const field = this.$root.querySelector("textarea, input");
      const limit = Number(this.$root.dataset.limit);
      const count = () => { this.left = `还可输入${limit - field.value.length}字`; };
      field.addEventListener("input", count);
      count();
    },
  }));

  Alpine.data("formset", () => ({
    init() {
      this.total = this.$root.querySelector(`[name=${this.$root.dataset.prefix}-TOTAL_FORMS]`);
      // Spare rows are for browsers without scripts; one empty row stays to begin with.
      const spares = [...this.$root.querySelectorAll("[data-spare]")];
      spares.slice(Number(this.total.value) ? 0 : 1).forEach((row) => row.remove());
      if (spares.length && !Number(this.total.value)) this.total.value = 1;
      this.$root.addEventListener("draft:rows", (event) => { while (Number(this.total.value) < event.detail) this.grow(); });
    },
    rows() { return [...this.$root.querySelectorAll("[data-row]")]; },
    add() {
      const limit = Number(this.$root.dataset.limit || 1000);
      if (this.rows().filter((row) => !row.hidden).length >= limit) {
        window.xinfang.toast(`最多${limit}项。`, "info");
        return;
      }
      this.grow().querySelector("input:not([type=hidden]), select, textarea")?.focus();
    },
    grow() {
      const pattern = this.$root.querySelector("template");
      const holder = document.createElement("template");
      holder.innerHTML = pattern.innerHTML.replaceAll("__prefix__", this.total.value);
      const row = holder.content.firstElementChild;
      pattern.before(row);
      this.total.value = Number(this.total.value) + 1;
      window.htmx.process(row);
      row.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true, detail: { elt: row } }));
      return row;
    },
    drop() {
      const row = this.$el.closest("[data-row]");
      const mark = row.querySelector("[name$=-DELETE]");
      row.hidden = true;
      row.querySelectorAll("input, select, textarea").forEach((field) => { field.required = false; field.disabled = !mark; });
      if (mark) { mark.checked = true; mark.value = "on"; }
    },
  }));
});
