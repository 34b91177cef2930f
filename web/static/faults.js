// What went wrong between this page and its server, in one calm sentence.
const LOST = "The connection is lost. Your question is still there: please try again in a moment.";
const BROKEN = "Something went wrong. Your question is still there: please try again.";
const JOIN = /queue\/join|run\/predict/;
const RECONNECT = /gradio_api\/app_id/;

const sentence = async (response) => {
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get("Retry-After"));
    const when = seconds > 1 ? `in ${seconds} seconds` : "in a moment";
    return `Many questions are being asked just now. Yours is still there: please try again ${when}.`;
  }
  const said = await response.clone().json().catch(() => ({}));
  return typeof said.detail === "string" && response.status < 500 ? said.detail : BROKEN;
};

/** Tell `complain` of every fault of a question: refused, unreachable or broken off.
 *
 * `keep` is called when Gradio has given up on its connection: it will reload the page as soon as
 * the server is back.
 */
export const watchFaults = (complain, keep) => {
  const plain = window.fetch;
  let told = 0;
  const tell = (message) => {
    told = Date.now();
    complain(message);
  };
  const join = async (request) => {
    const response = await plain(...request).catch(() => null);
    if (response?.ok) return response;
    tell(response ? await sentence(response) : LOST);
    // A refusal, unlike a lost connection, leaves Gradio ready for the next question.
    return response ?? Response.json({ detail: LOST }, { status: 503 });
  };
  window.fetch = (...request) => {
    const address = String(request[0]?.url ?? request[0]);
    if (RECONNECT.test(address)) keep();
    return JOIN.test(address) ? join(request) : plain(...request);
  };
  new MutationObserver(() => {
    if (document.querySelector(".toast-wrap > *") && Date.now() - told > 1000) tell(BROKEN);
  }).observe(document.querySelector(".toast-wrap"), { childList: true, subtree: true });
};
