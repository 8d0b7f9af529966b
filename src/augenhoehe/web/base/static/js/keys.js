/* Hands on keys: j/k walk over the items, a letter presses the button that bears it, / searches, ? shows the keys.
   Items carry data-item, buttons data-key, the row around both data-scope; docs/guides/add-a-page.md says it in full. */
(() => {
  "use strict";
  const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());
  const writing = (element) => element.closest("input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]");
  const dialog = () => document.getElementById("keys");

  function here() {
    const scope = document.activeElement?.closest("[data-scope]");
    return document.activeElement?.closest("[data-item]") ?? scope?.querySelector("[data-item]") ?? null;
  }

  function firstInView(all) {
    return all.findIndex((item) => item.getBoundingClientRect().bottom > 0);
  }

  function walk(step) {
    const all = items();
    if (!all.length) return false;
    const at = all.indexOf(here());
    const next = at < 0 ? Math.max(0, firstInView(all)) : at + step;
    if (next < 0 || next >= all.length) return true;
    go(all[next]);
    return true;
  }

  function go(item) {
    item.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    item.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  }

  function press(key) {
    const scope = document.activeElement?.closest("[data-scope]");
    const usable = (found) => found && !found.disabled;
    const inside = scope?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    const outside = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((found) => !found.closest("[data-scope]"));
    const button = usable(inside) ? inside : usable(outside) ? outside : null;
    if (button === inside) scope?.dispatchEvent(new CustomEvent("keys:pressed", { detail: key, bubbles: true }));
    button?.click();
    return Boolean(button);
  }

  function search() {
    const field = document.querySelector("[data-search]");
    field?.focus();
    field?.select?.();
    return Boolean(field);
  }

  function showKeys() {
    const shown = dialog();
    if (!shown) return false;
    if (!shown.open) shown.showModal();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape" && writing(event.target)) event.target.blur();
    if (writing(event.target) || dialog()?.open) return;
    const did = { j: () => walk(1), k: () => walk(-1), "/": search, "?": showKeys }[event.key];
    const done = did ? did() : event.key.length === 1 && press(event.key);
    if (done) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest('[data-opens="keys"]')) showKeys();
  });

  /* Forms that send themselves when a choice changes; without a script their button does it. */
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
  });

  /* What only works with a script stays hidden until there is one. */
  document.querySelectorAll("[data-opens][hidden]").forEach((button) => { button.hidden = false; });
  document.documentElement.classList.add("scripted");

  /* The token of forms for htmx's requests, without an inline script. */
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
    if (token) event.detail.headers["X-CSRFToken"] = token;
  });

  /* What went wrong with a partial update is said, not swallowed. */
  const trouble = () => document.getElementById("trouble");
  document.addEventListener("htmx:responseError", (event) => {
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const notice = answer.querySelector(".notice") ?? answer.querySelector("main");
    trouble().replaceChildren(...(notice ? [notice] : []));
  });
  document.addEventListener("htmx:sendError", () => {
    const notice = Object.assign(document.createElement("p"), { className: "notice", textContent: trouble().dataset.unreachable });
    trouble().replaceChildren(notice);
  });
  document.addEventListener("htmx:beforeRequest", () => trouble().replaceChildren());
})();
