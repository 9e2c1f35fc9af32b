// Keeps what is typed of a call: sends it with every pause, says so when that fails, and sends it again by itself. What isn't
// kept yet stands in the window's own storage, so that a reload or a sign-in loses nothing.
import { Proof } from "./call-proof.mjs";
import { Unsent } from "./call-unsent.mjs";

const AGAIN_AFTER = 3000;

export default class CallKept {
  constructor(form) {
    this.form = form;
    this.warning = form.querySelector("[data-not-kept]");
    this.unsent = new Unsent(form);
    this.proof = new Proof(() => this.sendAgain());
    this.typedTimes = 0;
    this.leaving = "sent" in form.dataset;
    const left = this.unsent.read();
    this.tab = left?.tab ?? form.elements.tab.value;
    // Well above what the last page of this window may have sent since it wrote this down.
    this.turn = left ? left.turn + 1000 : 0;
    ["input", "change"].forEach((name) => form.addEventListener(name, () => this.typed()));
    form.addEventListener("htmx:configRequest", (event) => (this.leaving ? event.preventDefault() : this.mark(event.detail)));
    form.addEventListener("htmx:beforeOnLoad", (event) => this.answered(event));
    form.addEventListener("htmx:afterSwap", () => this.unsent.marks.putBack());
    form.addEventListener("htmx:beforeSwap", (event) => (event.detail.shouldSwap ||= event.detail.xhr.status === 409));
    ["htmx:sendError", "htmx:timeout"].forEach((name) => form.addEventListener(name, () => this.failed("[data-no-connection]")));
    form.addEventListener("submit", (event) => this.submitted(event));
    form.addEventListener("click", (event) => this.unsent.pressed(event.target) && this.typed());
    window.addEventListener("pagehide", () => this.leave());
    if (left ? this.unsent.restore(left) : !this.leaving && this.unsent.typedAlready()) {
      this.sendAgain();
    }
  }

  typed() {
    this.leaving = false;
    this.typedTimes++;
    this.store();
    // What isn't kept by then, unless it waits for the handler's choice between two windows.
    clearTimeout(this.again);
    this.again = setTimeout(() => !this.proof.failing && this.unsent.mayGo() && this.sendAgain(), AGAIN_AFTER);
  }

  store() {
    this.unsent.write({ tab: this.tab, turn: this.turn, submitted: this.leaving });
  }

  mark(request) {
    Object.assign(request.parameters, { tab: this.tab, turn: ++this.turn }, this.unsent.marks.sent());
    request.typedTimes = this.typedTimes;
  }

  answered(event) {
    const { xhr, requestConfig } = event.detail;
    if (xhr.status < 400) {
      this.proof.worked();
      this.warning.hidden = true;
      if (requestConfig.elt === this.form && requestConfig.typedTimes === this.typedTimes) {
        this.unsent.drop();
      }
    } else if (xhr.status !== 409) {
      event.preventDefault();
      this.failed([401, 403].includes(xhr.status) ? "[data-signed-out]" : "[data-not-taken]");
    }
  }

  failed(why) {
    this.proof.failed();
    this.warning.hidden = false;
    this.warning.querySelectorAll("[role] > span").forEach((reason) => (reason.hidden = !reason.matches(why)));
    this.store();
  }

  async sendAgain() {
    const problem = await this.proof.renew();
    problem ? this.failed(problem) : this.leaving || this.form.dispatchEvent(new Event("change"));
  }

  /** Says which window this is; while nothing can be kept, what is typed stays and the button works once there is an answer. */
  submitted(event) {
    this.leaving = !this.proof.failing;
    if (this.leaving) {
      this.form.elements.tab.value = this.tab;
      this.form.elements.turn.value = ++this.turn;
      this.store();
    } else {
      event.preventDefault();
      this.sendAgain();
    }
  }

  leave() {
    if (!this.leaving && this.unsent.read()) {
      this.unsent.sendOnLeaving({ tab: this.tab, turn: ++this.turn });
    }
  }
}
