/* The conversation page: notes stand at the height of their words, one lights the other, selected words become a finding. */
(() => {
  "use strict";
  const script = document.querySelector(".script");
  const wide = matchMedia("(min-width: 64.01rem)");
  const note = (id) => document.getElementById(`note-${id}`);
  const marks = (id) => document.querySelectorAll(`mark[data-for="${CSS.escape(id)}"]`);

  /* Height: each note begins beside its first mark, or below the note before it. */
  function place(turn) {
    const notes = [...turn.querySelectorAll(".note")];
    notes.forEach((one) => one.style.removeProperty("--down"));
    if (!wide.matches || notes.length === 0) return;
    const wanted = notes.map((one) => {
      const mark = turn.querySelector(`mark[data-for="${CSS.escape(one.dataset.note)}"]`);
      return mark ? mark.getBoundingClientRect().top : null;
    });
    const tops = notes.map((one) => one.getBoundingClientRect().top);
    let moved = 0;
    notes.forEach((one, at) => {
      if (wanted[at] === null) return;
      const gap = wanted[at] - (tops[at] + moved);
      if (gap <= 3) return;
      const own = parseFloat(getComputedStyle(one).marginBlockStart) || 0;
      one.style.setProperty("--down", `${own + gap}px`);
      moved += gap;
    });
  }

  /* Only turns near the window are measured, so that long pages stay quick. */
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { seen.unobserve(entry.target); place(entry.target); }
  }, { rootMargin: "600px" });
  const watch = () => script?.querySelectorAll(".turn:has(.note)").forEach((turn) => seen.observe(turn));

  /* Light: a note lights its marks, a mark its note. */
  let lit = [];
  function light(id) {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = id ? [note(id), ...marks(id)].filter(Boolean) : [];
    lit.forEach((element) => element.classList.add("lit"));
  }
  const idOf = (element) => element?.closest?.("[data-note]")?.dataset.note ?? element?.closest?.("mark[data-for]")?.dataset.for;

  if (script) {
    script.addEventListener("pointerover", (event) => light(idOf(event.target) ?? idOf(document.activeElement)));
    script.addEventListener("pointerleave", () => light(idOf(document.activeElement)));
    script.addEventListener("focusin", (event) => light(idOf(event.target)));
    script.addEventListener("click", (event) => {
      const mark = event.target.closest("mark[data-for]");
      if (!mark || String(getSelection())) return;
      const summary = note(mark.dataset.for)?.querySelector("summary");
      if (!summary) return;
      summary.parentElement.open = true;
      summary.focus({ preventScroll: wide.matches });
    });
    document.fonts.ready.then(watch);
    wide.addEventListener("change", watch);
    addEventListener("resize", watch);
  }

  /* Own finding: words selected inside one turn. Offsets are characters of the turn, not of the page. */
  const picking = document.getElementById("picking");
  let picked = null;
  function offset(words, container, at) {
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(container, at);
    return [...range.toString()].length;
  }
  /* Half a word is never a quote. */
  function whole(words, start, end) {
    const letters = [...words.textContent];
    const inWord = (at) => at > 0 && at < letters.length && /[\p{L}\p{N}]/u.test(letters[at - 1]) && /[\p{L}\p{N}]/u.test(letters[at]);
    while (inWord(start)) start -= 1;
    while (inWord(end)) end += 1;
    return { turn: words.dataset.turn, start, end };
  }
  function look() {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const words = range?.commonAncestorContainer instanceof Element
      ? range.commonAncestorContainer.closest(".words")
      : range?.commonAncestorContainer.parentElement?.closest(".words");
    picking.hidden = !words || !String(selection).trim();
    if (picking.hidden) { picked = null; return; }
    picked = whole(words, offset(words, range.startContainer, range.startOffset), offset(words, range.endContainer, range.endOffset));
    const box = range.getBoundingClientRect();
    picking.style.setProperty("top", `${box.bottom + scrollY + 6}px`);
    picking.style.setProperty("left", `${Math.max(8, Math.min(box.left + scrollX, document.documentElement.clientWidth - picking.offsetWidth - 8))}px`);
  }
  function pick() {
    if (!picked) return;
    const turn = document.getElementById(`t${picked.turn}`);
    let notes = turn.querySelector(".notes");
    if (!notes) {
      notes = Object.assign(document.createElement("ul"), { className: "notes" });
      turn.append(notes);
    }
    const own = Object.assign(document.createElement("li"), { className: "note own" });
    notes.prepend(own);
    const query = new URLSearchParams(script.dataset.place);
    for (const [name, value] of Object.entries(picked)) query.set(name, value);
    getSelection().removeAllRanges();
    htmx.ajax("GET", `${script.dataset.add}?${query}`, { target: own, swap: "innerHTML" });
  }
  if (picking) {
    document.addEventListener("selectionchange", () => { clearTimeout(look.later); look.later = setTimeout(look, 150); });
    picking.addEventListener("pointerdown", (event) => event.preventDefault());
    picking.addEventListener("click", pick);
  }

  /* The form asks only for what the chosen kind has. */
  function kinds(root) {
    root.querySelectorAll("[data-kinds]").forEach((select) => {
      select.form.querySelectorAll("[data-for-kind]").forEach((row) => { row.hidden = row.dataset.forKind !== select.value; });
    });
  }
  document.addEventListener("change", (event) => { if (event.target.matches("[data-kinds]")) kinds(event.target.form); });
  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("[data-cancel]");
    const own = cancel?.closest(".note.own");
    if (own) { event.preventDefault(); own.remove(); }
  });
  kinds(document);

  /* Figures are fetched when they are asked for. */
  document.querySelectorAll("details[data-loads]").forEach((fold) => fold.addEventListener("toggle", () => {
    if (fold.open && !fold.dataset.loaded) {
      fold.dataset.loaded = "yes";
      htmx.ajax("GET", fold.dataset.loads, { target: fold.querySelector(".loads"), swap: "innerHTML" });
    }
  }));

  /* After a decision by key the hand is at the next item. */
  let next = null;
  document.addEventListener("keys:pressed", (event) => {
    const all = [...document.querySelectorAll("[data-item]")];
    const at = all.findIndex((item) => item.closest("[data-scope]") === event.target);
    next = ["a", "x"].includes(event.detail) && at >= 0 ? all[at + 1]?.id : null;
  });
  let settling;
  document.addEventListener("htmx:afterSettle", (event) => {
    kinds(document);
    document.querySelectorAll(".turn:has(.lit, :focus), .turn:has(form.finding)").forEach(place);
    const settled = event.detail.elt;
    const field = settled?.querySelector?.("form.finding [aria-invalid], form.finding select");
    clearTimeout(settling);
    // One answer settles in several parts; the hand moves after the last of them.
    settling = setTimeout(() => {
      if (settled?.classList?.contains("turn")) place(settled);
      const aim = document.querySelector("[data-focus]");
      if (field?.isConnected) field.focus();
      else reach(next ?? aim?.dataset.focus);
      aim?.removeAttribute("data-focus");
      next = null;
    }, 40);
  });
  function reach(id) {
    const item = id && document.getElementById(id);
    if (!item || item === document.activeElement) return;
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }
  if (location.hash.startsWith("#note-")) reach(`item-${location.hash.slice(6)}`);
})();
