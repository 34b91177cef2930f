/* Insight's widget: a launcher, and a frame that is made when it is first opened. See docs/widget.md. */
(() => {
  const script = document.currentScript;
  if (!script || window.Insight) return;
  const base = new URL(".", script.src);
  const set = script.dataset;
  const LABELS = {
    en: ["Ask a question", "Close", "Questions and answers"],
    cy: ["Gofyn cwestiwn", "Cau", "Cwestiynau ac atebion"],
    de: ["Frage stellen", "Schließen", "Fragen und Antworten"],
    fr: ["Poser une question", "Fermer", "Questions et réponses"],
    pl: ["Zadaj pytanie", "Zamknij", "Pytania i odpowiedzi"],
  };
  const lang = (set.lang || "en").slice(0, 2).toLowerCase();
  const [ask, close, title] = LABELS[lang] || LABELS.en;
  const accent = CSS.supports("color", set.accent || "") ? set.accent : "#1d4f91";
  const side = set.position === "left" ? "left" : "right";

  const host = document.createElement("insight-widget");
  host.lang = LABELS[lang] ? lang : "en";
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
:host{all:initial;font:16px/1.4 system-ui,sans-serif}
button{font:inherit;border:2px solid #fff;border-radius:2em;padding:.6em 1.1em;min-height:44px;min-width:44px;cursor:pointer;background:${accent};color:#fff}
button:focus-visible{outline:3px solid #000;outline-offset:2px;box-shadow:0 0 0 2px #fff}
.go,.panel{position:fixed;z-index:2147483000;bottom:1rem;${side}:1rem}
.go{box-shadow:0 2px 8px #0006}
.panel{display:flex;flex-direction:column;width:26rem;max-width:calc(100vw - 2rem);height:min(42rem,calc(100dvh - 2rem));background:#fff;color:#111;border:1px solid #767676;border-radius:.75rem;overflow:hidden;box-shadow:0 6px 28px #0007}
.bar{display:flex;align-items:center;justify-content:space-between;gap:1em;padding:.3em .3em .3em 1em;background:${accent};color:#fff}
.bar p{margin:0}
iframe{flex:1;width:100%;border:0;background:#fff}
[hidden]{display:none!important}
@media (max-width:40rem){.panel{inset:0;width:100%;max-width:none;height:100dvh;border:0;border-radius:0}}
@media (forced-colors:active){button,.panel{border-color:CanvasText}}
@media print{:host{display:none}}`);
  root.adoptedStyleSheets = [style];

  const make = (tag, parent, props) => parent.appendChild(Object.assign(document.createElement(tag), props));
  const tell = (name) => document.dispatchEvent(new CustomEvent(`insight:${name}`));
  const go = make("button", root, { type: "button", className: "go", textContent: set.label || ask });
  go.setAttribute("aria-expanded", "false");
  let own = [], panel, frame, ready, waiting, opener;

  const build = () => {
    panel = make("div", root, { className: "panel" });
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", title);
    const bar = make("div", panel, { className: "bar" });
    make("p", bar, { textContent: set.greeting || title });
    make("button", bar, { type: "button", textContent: close, onclick: api_close });
    frame = make("iframe", panel, { title, src: new URL("embed/", base).href });
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox");
    frame.setAttribute("allow", "clipboard-write");
  };
  const send = (message) => frame.contentWindow.postMessage({ insight: message, text: waiting }, base.origin);
  const pass = () => {
    if (!ready) return;
    send(waiting ? "ask" : "focus");
    waiting = undefined;
  };
  const shown = (open) => {
    panel.hidden = !open;
    go.hidden = open || own.length > 0;
    for (const button of [go, ...own]) button.setAttribute("aria-expanded", open);
  };
  const api_open = () => {
    opener = root.activeElement || document.activeElement;
    if (!panel) build();
    shown(true);
    panel.querySelector("button").focus();
    pass();
    tell("open");
  };
  const api_close = () => {
    if (!panel || panel.hidden) return;
    shown(false);
    (opener && opener !== document.body && opener.isConnected ? opener : go).focus();
    tell("close");
  };

  go.onclick = api_open;
  root.addEventListener("keydown", (event) => event.key === "Escape" && api_close());
  addEventListener("message", (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== base.origin) return;
    if (event.data === "insight:close") api_close();
    if (event.data === "insight:ready") {
      ready = true;
      tell("ready");
      if (!panel.hidden) pass();
    }
  });
  window.Insight = Object.freeze({
    open: api_open,
    close: api_close,
    ask: (text) => {
      waiting = String(text).slice(0, 2000);
      api_open();
    },
  });
  const attach = () => {
    own = set.button ? [...document.querySelectorAll(set.button)] : [];
    for (const button of own) button.addEventListener("click", api_open);
    go.hidden = own.length > 0;
    document.body.append(host);
  };
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", attach) : attach();
})();
