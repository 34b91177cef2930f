// The filter over the list of documents; without scripts the whole list stands there.

const holds = (item, words) => words.every((word) => item.textContent.toLowerCase().includes(word));

export const watchFilter = (root) => {
  const filter = root.querySelector(".filter");
  if (!filter) return;
  const shown = filter.querySelector(".shown");
  filter.hidden = false;
  filter.querySelector("input").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of root.querySelectorAll(".board li")) {
      item.hidden = !holds(item, words);
      count += !item.hidden;
    }
    for (const group of root.querySelectorAll(".kind-group, .board")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    shown.textContent = words.length ? `${count} found` : "";
  });
};

watchFilter(document);
