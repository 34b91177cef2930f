// The conversation over one reload, which Gradio makes when its server comes back. It is taken out
// of the tab's own storage as soon as the page is there again.
const NAME = "insight-conversation";

export const keepOverReload = (conversation, asked, field) => {
  const kept = { html: conversation.innerHTML, asked, typed: field.value };
  addEventListener("pagehide", () => sessionStorage.setItem(NAME, JSON.stringify(kept)), { once: true });
};

/** What was kept, or null; it is kept no longer. */
export const takeKept = () => {
  const kept = sessionStorage.getItem(NAME);
  sessionStorage.removeItem(NAME);
  return kept && JSON.parse(kept);
};
