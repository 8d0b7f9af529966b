/* The front of an advice: the slider and the points answer at once from what the page already holds. */
(() => {
  "use strict";
  const figure = document.querySelector("[data-front]");
  const form = figure?.querySelector("form.slider");
  if (!form) return;
  const range = form.querySelector("input[type=range]");
  const output = form.querySelector("output");
  const choices = [...figure.querySelectorAll(".choice")];
  const points = [...figure.querySelectorAll("svg a[data-point]")];
  const money = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency: form.dataset.currency, maximumFractionDigits: 0 });
  form.querySelector("button").hidden = true;

  function show() {
    const limit = Number(range.value);
    const reached = choices.filter((one) => Number(one.dataset.from) <= limit).pop();
    choices.forEach((one) => { one.hidden = one !== reached; });
    figure.querySelector(".below").hidden = Boolean(reached);
    points.forEach((one) => one.classList.toggle("here", one.dataset.point === reached?.dataset.point));
    output.textContent = money.format(limit);
  }
  range.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  for (const point of points) {
    const choice = choices.find((one) => one.dataset.point === point.dataset.point);
    if (choice) point.addEventListener("click", (event) => { event.preventDefault(); range.value = Math.ceil(Number(choice.dataset.from)); show(); });
  }
  show();
})();
