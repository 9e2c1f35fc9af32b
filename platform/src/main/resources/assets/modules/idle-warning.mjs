// Warns before an idle session ends, and keeps it when the reader asks. The server alone ends sessions.
const SHARED = "frith-last-request";

export default class IdleWarning {
  constructor(root) {
    this.root = root;
    this.left = root.querySelector("[data-idle-left]");
    this.link = root.querySelector("a");
    this.idle = Number(root.dataset.idleSeconds) * 1000;
    this.warning = Number(root.dataset.warningSeconds) * 1000;
    this.link.addEventListener("click", (event) => this.stay(event));
    // A request of another tab keeps this one's session too.
    window.addEventListener("storage", (event) => event.key === SHARED && this.rewind(Number(event.newValue)));
    // What a page asks for by itself keeps no session.
    document.addEventListener("htmx:afterRequest", ({ detail }) => {
      if (!detail.elt.getAttribute("hx-trigger")?.startsWith("every")) {
        this.requested();
      }
    });
    this.requested();
    setInterval(() => this.tick(), 1000);
  }

  requested() {
    const now = Date.now();
    this.rewind(now);
    try {
      localStorage.setItem(SHARED, String(now));
    } catch {
      // Storage may be closed to us; then each tab counts for itself.
    }
  }

  rewind(since) {
    this.since = since;
    this.root.hidden = true;
  }

  tick() {
    const left = this.since + this.idle - Date.now();
    if (left > this.warning) {
      return;
    }
    this.root.hidden = false;
    const minutes = Math.ceil(left / 60000);
    const words = left <= 0 ? "a moment" : minutes > 1 ? `${minutes} minutes` : "less than a minute";
    if (this.left.textContent !== words) {
      this.left.textContent = words;
    }
  }

  async stay(event) {
    event.preventDefault();
    try {
      const answer = await fetch(this.link.href, { redirect: "manual", credentials: "same-origin" });
      if (answer.ok) {
        this.requested();
        return;
      }
    } catch {
      // Falls through: the link itself says what is wrong.
    }
    window.location.assign(this.link.href);
  }
}
