// What went wrong between this page and its server, in one calm sentence.
const LOST = "The connection is lost. Your question is still there: please try again in a moment.";
const BROKEN = "Something went wrong. Your question is still there: please try again.";
const ASKING = /queue\/(join|data)|run\/predict/;

const sentence = async (response) => {
  if (response.status === 429 || response.status === 503) {
    const seconds = Number(response.headers.get("Retry-After"));
    const when = seconds > 1 ? `in ${seconds} seconds` : "in a moment";
    return `Many questions are being asked just now. Yours is still there: please try again ${when}.`;
  }
  const said = await response.clone().json().catch(() => ({}));
  return typeof said.detail === "string" && response.status < 500 ? said.detail : BROKEN;
};

/** Tell `complain` of every fault of a question: refused, unreachable or broken off. */
export const watchFaults = (complain) => {
  const plain = window.fetch;
  let told = 0;
  const tell = (message) => {
    told = Date.now();
    complain(message);
  };
  window.fetch = async (...request) => {
    const asking = ASKING.test(String(request[0]?.url ?? request[0]));
    try {
      const response = await plain(...request);
      if (asking && !response.ok) tell(await sentence(response));
      return response;
    } catch (error) {
      if (asking && error.name !== "AbortError") tell(LOST);
      throw error;
    }
  };
  new MutationObserver(() => {
    const toast = document.querySelector(".toast-wrap > *");
    if (toast && Date.now() - told > 1000) tell(navigator.onLine ? BROKEN : LOST);
  }).observe(document.querySelector(".toast-wrap") ?? document.body, { childList: true, subtree: true });
};
