// What went wrong between this page and its server, in one calm sentence.
const LOST = "The connection is lost. Your question is still there: please try again in a moment.";
const BROKEN = "Something went wrong. Your question is still there: please try again.";
const STOPPED = "Stopped. Your question is still there.";
const ASK = /gradio_api\/run\//;
let asking;

/** Wait no longer for the answer that is on its way. */
export const stop = () => asking?.abort();

const sentence = async (response) => {
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get("Retry-After"));
    const when = seconds > 1 ? `in ${seconds} seconds` : "in a moment";
    return `Many questions are being asked just now. Yours is still there: please try again ${when}.`;
  }
  const said = await response.clone().json().catch(() => ({}));
  return typeof said.detail === "string" && response.status < 500 ? said.detail : BROKEN;
};

/** Tell `complain` of every fault of a question: refused, unreachable, broken off or stopped. */
export const watchFaults = (complain) => {
  const plain = window.fetch;
  let told = 0;
  const tell = (message) => {
    told = Date.now();
    complain(message);
  };
  const ask = async (address, options) => {
    const { signal } = (asking = new AbortController());
    try {
      const response = await plain(address, { ...options, signal });
      if (response.ok) return Response.json(await response.json()); // whole, or it is lost
      tell(await sentence(response));
    } catch {
      tell(signal.aborted ? STOPPED : LOST);
    }
    // A refusal, unlike a lost connection, leaves Gradio ready for the next question.
    return Response.json({ error: "refused" }, { status: 503 });
  };
  window.fetch = (request, options) => {
    const { holder } = document.documentElement.dataset; // the site whose frame this is
    const headers = new Headers(options?.headers ?? request.headers);
    if (holder) headers.set("Insight-Site", holder);
    const go = ASK.test(String(request.url ?? request)) ? ask : plain;
    return go(request, { ...options, headers });
  };
  new MutationObserver(() => {
    if (document.querySelector(".toast-wrap > *") && Date.now() - told > 1000) tell(BROKEN);
  }).observe(document.querySelector(".toast-wrap"), { childList: true, subtree: true });
};
