// The proof that a form is ours: a new session has a new one.
const LONGEST_WAIT = 8000;

/** Fetches the page again and takes its proof over; gives what stands in the way, if anything. */
export async function renewProof(path) {
  try {
    const answer = await fetch(path, { credentials: "same-origin", signal: AbortSignal.timeout(LONGEST_WAIT) });
    if (answer.url.includes("/sign-in") || answer.status === 401) {
      return "[data-signed-out]";
    }
    if (!answer.ok) {
      return "[data-not-taken]";
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const proof = page.querySelector("[name=_csrf]")?.value;
    for (const field of document.querySelectorAll("[name=_csrf]")) {
      field.value = proof ?? field.value;
    }
    return "";
  } catch {
    return "[data-no-connection]";
  }
}
