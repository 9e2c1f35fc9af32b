// The proof that a form is ours: a new session has a new one. While something stands in the way, the pauses between tries grow.
const LONGEST_WAIT = 8000;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60000;

export class Proof {
  /** Calls back when it is time to try again: after a pause, or when the connection or the reader comes back. */
  constructor(tryAgain) {
    this.tryAgain = tryAgain;
    this.whose = document.querySelector("[data-whose]")?.dataset.whose;
    this.worked();
    ["online", "focus"].forEach((name) => window.addEventListener(name, () => this.failing && tryAgain()));
  }

  worked() {
    this.failing = false;
    this.pause = FIRST_PAUSE;
    clearTimeout(this.timer);
    this.timer = 0;
  }

  failed() {
    this.failing = true;
    if (!this.timer) {
      this.timer = setTimeout(() => {
        this.timer = 0;
        this.tryAgain();
      }, this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    }
  }

  /** Asks for the proof of the session that there is now; gives what stands in the way, if anything. */
  async renew() {
    try {
      const signal = AbortSignal.timeout(LONGEST_WAIT);
      const answer = await fetch("/calls/proof", { credentials: "same-origin", redirect: "manual", signal });
      if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) {
        return "[data-signed-out]";
      }
      if (!answer.ok) {
        return "[data-not-taken]";
      }
      const { proof, whose } = await answer.json();
      if (whose !== this.whose) {
        return "[data-signed-out]";
      }
      document.querySelectorAll("[name=_csrf]").forEach((field) => (field.value = proof));
      return "";
    } catch {
      return "[data-no-connection]";
    }
  }
}
