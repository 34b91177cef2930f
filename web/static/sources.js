// From a marker to its quoted sentence, and by Esc or the link back to the marker.
const WIDE = matchMedia("(min-width: 900px)");
let cameFrom = null;

/** On a wide page the sources stand open beside their answer; on a narrow one they are folded. */
export const openSources = (root) => {
  for (const sources of root.querySelectorAll(".sources")) sources.open = WIDE.matches;
};

const middle = (element) => {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
};

const goTo = (target) => {
  const sources = target.closest(".sources");
  if (sources) sources.open = true;
  target.focus({ preventScroll: true });
  if (!sources) return target.scrollIntoView({ block: "nearest" });
  // Beside its answer the panel scrolls by itself, and the page no more than it must.
  sources.scrollTop += middle(target) - middle(sources);
  if (!WIDE.matches) target.closest(".source").scrollIntoView(); // with its title, if there is room
  target.scrollIntoView({ block: "nearest" });
};

export const watchSources = () => {
  WIDE.addEventListener("change", () => openSources(document));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('.turn a[href*="#"]');
    const target = link && document.getElementById(new URL(link.href).hash.slice(1));
    if (!target) return;
    event.preventDefault(); // a plain #link would reload the page
    cameFrom = link.classList.contains("marker") ? link : null;
    goTo(target);
  });
  document.addEventListener("keydown", (event) => {
    const inSources = document.activeElement?.closest(".sources");
    if (event.key !== "Escape" || !inSources || !cameFrom?.isConnected) return;
    event.preventDefault(); // the widget's frame leaves this one alone
    goTo(cameFrom);
    cameFrom = null;
  });
};
