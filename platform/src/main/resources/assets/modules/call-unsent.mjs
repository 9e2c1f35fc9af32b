// What was typed of a call and isn't kept yet, in the window's own storage, which ends with the window.
const TYPED = "input:not([type=hidden]), textarea, select";

export class Unsent {
  constructor(form) {
    this.form = form;
    this.path = form.getAttribute("action");
    this.forgetOthers();
  }

  read() {
    return JSON.parse(sessionStorage.getItem(this.path));
  }

  write(left) {
    try {
      sessionStorage.setItem(this.path, JSON.stringify({ ...left, seen: this.form.elements.seen.value, values: valuesOf(this.form) }));
    } catch {
      // Storage may be full or closed to us; the fields still hold what was typed.
    }
  }

  drop() {
    sessionStorage.removeItem(this.path);
  }

  /** Without waiting for an answer, since the page goes. */
  sendOnLeaving(marks) {
    const body = new URLSearchParams({ ...Object.fromEntries(new FormData(this.form)), ...marks });
    fetch(`${this.path}/draft`, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
  }

  /** Puts back what the last page couldn't send; gives whether there is anything to send now. */
  restore(left) {
    const seen = this.form.elements.seen;
    const arrived = left.submitted && Number(seen.value) > Number(left.seen);
    const differs = !arrived && fill(this.form, left.values);
    if (differs) {
      seen.value = left.seen;
    } else if (!this.contested()) {
      this.drop();
    }
    return differs;
  }

  /** Whether there is anything to send that doesn't wait for the handler's choice. */
  mayGo() {
    return this.read() && !this.contested();
  }

  /** Whether another window's words stand against what was typed here. */
  contested() {
    return Boolean(this.form.querySelector("#notice .frith-kept"));
  }

  /** Whether something was typed before this module had started. */
  typedAlready() {
    return typedFields(this.form).some((field) => "defaultValue" in field && field.value !== field.defaultValue);
  }

  /** Other calls of this window whose form was sent are on the server. */
  forgetOthers() {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith("/calls/") && key !== this.path && JSON.parse(sessionStorage.getItem(key)).submitted) {
        sessionStorage.removeItem(key);
      }
    }
  }
}

function typedFields(form) {
  return [...form.elements].filter((field) => field.name && field.matches(TYPED));
}

function valuesOf(form) {
  return typedFields(form).map((field) => [field.name, field.value]);
}

/** Puts the values back; gives whether any of them wasn't there already. */
function fill(form, values) {
  let any = false;
  for (const [name, value] of values) {
    const field = form.elements[name];
    if (field && "value" in field && field.value !== value) {
      field.value = value;
      any = true;
    }
  }
  return any;
}
