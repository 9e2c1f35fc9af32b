// What a key marked in this window: what was asked, and what the call follows. Every save carries it from then on, so that no
// press is lost or counted twice on a slow network, where an answer to an earlier save doesn't know of it yet.
export class Marks {
  constructor(form) {
    this.form = form;
    this.asked = new Set();
    form.addEventListener("change", ({ target }) => target.name === "follows" && this.follow(target.value));
  }

  follow(what) {
    this.follows = what;
    this.soughtAgain = false;
  }

  /** Gives whether the press marked something. */
  pressed(button) {
    const ask = button.closest("[name=ask]");
    const follow = button.closest("[name=follow]");
    if (ask) {
      this.asked.add(ask.value);
    }
    if (follow) {
      this.follow(follow.value);
      this.form.elements.follows.value = follow.value;
    }
    return Boolean(ask ?? follow);
  }

  /** As a request carries it. */
  sent() {
    const field = this.form.elements.asked;
    field.value = [...new Set([...field.value.split(/\s+/), ...this.asked])].join(" ").trim();
    return { asked: field.value, ...(this.follows === undefined ? {} : { follow: this.follows }) };
  }

  /** Where an answer that didn't know of what is followed has come in its place, it is marked again and sought once more. */
  putBack() {
    const field = this.form.elements.follows;
    if (!field || this.follows === undefined || field.value === this.follows) {
      return;
    }
    field.value = this.follows;
    if (!this.soughtAgain) {
      this.soughtAgain = true;
      this.form.querySelector("[hx-post$='/before']").dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
