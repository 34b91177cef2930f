/* The frame's side of the widget: says when it is ready, takes a question, gives Esc back.
   Only a site of the service's list is heard or answered; no text of an answer crosses. */
(async () => {
  if (window.parent === window) return;
  const known = (location.ancestorOrigins || [])[0] || (document.referrer && new URL(document.referrer).origin);
  document.documentElement.dataset.holder = known; // the page tells it with each question
  const here = new URL(".", document.currentScript.src);
  const { sites } = await (await fetch(new URL("widget-sites", here))).json();
  const allowed = [location.origin, ...sites].filter((origin) => !known || origin === known);
  let heard;

  const field = () => document.querySelector("#question textarea");
  const tell = (name) => allowed.forEach((origin) => window.parent.postMessage(`insight:${name}`, origin));
  const fill = (text) => {
    const input = field();
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
    set.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
    const enter = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
    setTimeout(() => {
      for (const kind of ["keydown", "keypress", "keyup"]) input.dispatchEvent(new KeyboardEvent(kind, enter));
    }, 50);
  };

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.includes(origin) || !data) return;
    heard = true;
    if (data.insight === "focus") field().focus({ preventScroll: true }); // it stands below, always in sight
    if (data.insight === "ask" && typeof data.text === "string") fill(data.text.slice(0, 2000));
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && heard) tell("close");
  });
  const ready = () => document.body.classList.contains("ready") && (tell("ready"), true);
  if (!ready()) {
    const watch = new MutationObserver(() => ready() && watch.disconnect());
    watch.observe(document.body, { attributes: true, attributeFilter: ["class"] });
  }
})();
