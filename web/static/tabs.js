// The other tabs show the plain pages of the same server, fetched when they are first opened.
import { watchFilter } from "./browse.js";

const PARTS = { browse: [".browse", "documents"], picture: [".picture", "picture"] };

const load = async (place, part, address) => {
  place.classList.add("loading");
  const response = await fetch(address).catch(() => null);
  if (!response?.ok) return; // the link to the page itself stays
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = page.querySelector(part);
  for (const link of found.querySelectorAll('a[href*="documents/"]')) link.target = "_blank";
  place.append(found);
  place.classList.add("loaded");
  watchFilter(place);
};

export const watchTabs = () => {
  new MutationObserver(() => {
    for (const [id, [part, address]] of Object.entries(PARTS)) {
      const place = document.querySelector(`#${id}:has(.waiting):not(.loading)`);
      if (place) load(place, part, address);
    }
  }).observe(document.querySelector(".gradio-container"), { childList: true, subtree: true });
};
