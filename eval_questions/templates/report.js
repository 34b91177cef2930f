"use strict";
// Filters the list of questions; before printing, opens what is shown.
(function () {
  const form = document.getElementById("filters");
  const words = document.getElementById("words");
  const selects = ["category", "split", "status", "verdict"].map((id) => document.getElementById(id));
  const items = Array.from(document.querySelectorAll("#list > li"));
  const texts = items.map((item) => item.textContent.toLowerCase());
  const shown = () => items.filter((item) => !item.hidden).map((item) => item.querySelector("details"));
  let openBefore = null;

  function filter() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    items.forEach((item, place) => {
      const kept = selects.every((select) => !select.value || item.dataset[select.id] === select.value)
        && wanted.every((word) => texts[place].includes(word));
      item.hidden = !kept;
      count += kept ? 1 : 0;
    });
    document.getElementById("count").textContent = `${count} of ${items.length}`;
  }

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  document.getElementById("open").addEventListener("click", () => {
    const details = shown();
    const open = details.some((detail) => !detail.open);
    details.forEach((detail) => { detail.open = open; });
  });
  window.addEventListener("beforeprint", () => {
    openBefore = new Set(items.filter((item) => item.querySelector("details").open));
    shown().forEach((detail) => { detail.open = true; });
  });
  window.addEventListener("afterprint", () => {
    items.forEach((item) => { item.querySelector("details").open = openBefore.has(item); });
  });
})();
