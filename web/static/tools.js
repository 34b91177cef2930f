// What can be done with an answer or a conversation: copy, export, say whether it helped.
const post = (address, fields) => fetch(address, { method: "POST", body: new URLSearchParams(fields) });
const fieldsOf = (questions) => questions.map((question) => ["question", question]);

const copy = async (turn, say) => {
  try {
    await navigator.clipboard.writeText(turn.querySelector(".plain").textContent);
    say("Copied, with its references.");
    return "Copied";
  } catch {
    const range = document.createRange(); // no clipboard here: select it, to be copied by hand
    range.selectNodeContents(turn.querySelector(".answer"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return "Selected: press Ctrl+C";
  }
};

const save = async (questions, format, complain) => {
  const response = await post("export", [...fieldsOf(questions), ["format", format]]).catch(() => null);
  if (!response?.ok) {
    complain("The export did not come through. Please try again in a moment.");
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = `conversation.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

const root = () => (document.body.classList.contains("embed") ? "../" : "");

const judge = async (button, questions, complain) => {
  const place = button.closest(".feedback");
  const fields = [...fieldsOf(questions), ["helpful", button.value === "yes"]];
  const response = await post(`${root()}feedback`, fields).catch(() => null);
  if (!response?.ok) {
    complain("Your feedback did not come through. Please try again in a moment.");
    return;
  }
  const { key } = await response.json();
  const form = document.createElement("form");
  const label = Object.assign(document.createElement("label"), {
    textContent: "Thank you. Anything to add? (No names of people, please) ",
  });
  const comment = Object.assign(document.createElement("input"), { maxLength: 2000, autocomplete: "off" });
  const send = Object.assign(document.createElement("button"), { className: "small", textContent: "Send" });
  label.append(comment);
  form.append(label, " ", send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sent = await post(`${root()}feedback/comment`, { key, comment: comment.value }).catch(() => null);
    if (!sent?.ok) {
      complain("Your comment did not come through. Please try again in a moment.");
      return;
    }
    place.textContent = "Thank you: your comment is kept.";
    place.tabIndex = -1;
    place.focus();
  });
  place.replaceChildren(form);
  comment.focus();
};

/** Heed the tools' buttons; `asked` gives the conversation's questions in order. */
export const watchTools = ({ asked, complain, say }) => {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    const turn = button?.closest(".turn");
    if (button?.classList.contains("copy")) {
      button.textContent = await copy(turn, say);
      setTimeout(() => (button.textContent = "Copy answer"), 4000);
    } else if (button?.classList.contains("export")) {
      await save(asked(), button.value, complain);
    } else if (button?.classList.contains("helpful")) {
      const place = [...document.querySelectorAll("#conversation > .turn")].indexOf(turn);
      await judge(button, asked().slice(0, place + 1), complain);
    }
  });
};
