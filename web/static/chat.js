// The conversation: each answer that arrives is put under the earlier ones, announced once, and
// its question remembered for the next. Everything is in this page alone and goes when it closes.
import { openSources, watchSources } from "./sources.js";
import { stop, watchFaults } from "./faults.js";
import { watchTools } from "./tools.js";
import { watchTabs } from "./tabs.js";

const SLOW = 400; // milliseconds until Stop is offered
const find = (selector) => document.querySelector(selector);
let questions = [];
let slow;

const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const conversation = make("div", { id: "conversation" });
const fault = make("p", { id: "fault", className: "notice" });
const said = make("p", { className: "said" });
fault.setAttribute("role", "alert");
said.setAttribute("role", "status");

/** Put a text into one of Gradio's fields, as if it had been typed. */
const fill = (field, text) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

const field = () => find("#question textarea");
const remember = (asked) => {
  questions = asked;
  fill(find("#earlier textarea"), JSON.stringify(asked));
};

/** Ask a question in the conversation, whichever tab is open. */
export const ask = (text) => {
  find('[role="tab"]')?.click();
  fill(field(), text);
  setTimeout(() => find("#ask").click(), 30); // Gradio takes up the text first
  field().focus();
};

const edit = (text) => {
  fill(field(), text);
  field().focus();
};

const setWaiting = () => {
  fault.textContent = "";
  clearTimeout(slow);
  slow = setTimeout(() => document.body.classList.add("slow"), SLOW);
};

const setDone = () => {
  clearTimeout(slow);
  document.body.classList.remove("slow");
};

/** Say that something went wrong; what was typed stays in its field. */
const complain = (message) => {
  setDone();
  fault.textContent = message;
};

const announce = (turn) => {
  const text = turn.querySelector(".text").textContent.trim().slice(0, 600);
  const count = turn.querySelectorAll(".source").length;
  const sources = count ? ` ${count} source${count > 1 ? "s" : ""}.` : "";
  said.textContent = `${turn.querySelector(".status").textContent}.${sources} ${text}`;
};

const take = (turn) => {
  turn.remove(); // ids stay unique, and nothing is taken twice
  setDone();
  if (turn.classList.contains("notice")) {
    complain(turn.textContent);
    return;
  }
  conversation.append(turn);
  document.body.classList.add("asked");
  remember([...questions, turn.querySelector(".question").textContent]);
  openSources(turn);
  announce(turn);
  turn.scrollIntoView({ block: "start" });
};

const start = () => {
  const latest = find("#latest");
  latest.before(conversation);
  find("#composer").before(fault, said);
  field().setAttribute("enterkeyhint", "send");
  document.body.classList.toggle("embed", !find('[role="tab"]'));
  for (const status of document.querySelectorAll(".sr-only[aria-live]")) {
    status.setAttribute("aria-live", "off"); // one announcement for an answer: ours
    status.removeAttribute("role");
  }
  new MutationObserver(() => {
    const arrived = latest.querySelector(".turn, .notice");
    if (arrived) take(arrived);
  }).observe(latest, { childList: true, subtree: true });
  document.addEventListener("keydown", (event) => {
    const asks = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (asks && event.target === field()) setWaiting();
  }, true);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const link = event.target.closest('a[href*="ask?q="]');
    const turn = event.target.closest(".turn");
    // The conversation stays where it is, and the widget's frame may show no other page.
    event.target.closest('a[href]:not([href*="#"])')?.setAttribute("target", "_blank");
    if (button?.name === "q" || link) {
      event.preventDefault();
      const address = link && new URL(link.getAttribute("href"), location); // SVG's href is no text
      ask(address ? address.searchParams.get("q") : button.value);
    } else if (button?.id === "ask") {
      setWaiting();
    } else if (button?.id === "stop") {
      stop();
    } else if (button?.id === "new") {
      conversation.replaceChildren();
      document.body.classList.remove("asked");
      remember([]);
      complain("");
      edit("");
    } else if (button?.classList.contains("edit")) {
      edit(turn.querySelector(".searched").textContent);
    } else if (button?.classList.contains("again")) {
      ask(turn.querySelector(".question").textContent);
    }
  });
  watchSources();
  watchFaults(complain);
  watchTools({ asked: () => questions, complain, say: (text) => (said.textContent = text) });
  watchTabs();
  requestAnimationFrame(() => requestAnimationFrame(() => document.body.classList.add("ready")));
};

const NEEDED = [
  "#masthead h1", "#start .start", "#latest", "#question textarea", "#ask", "#earlier textarea", "#foot .foot", ".toast-wrap",
];
const ready = () => NEEDED.every((part) => find(part));
const wait = new MutationObserver(() => {
  if (!ready()) return;
  wait.disconnect();
  start();
});
wait.observe(document.documentElement, { childList: true, subtree: true });
