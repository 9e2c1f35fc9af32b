// What was typed of a call and isn't kept yet, in the window's own storage, which ends with the window.
import { Marks } from "./call-marks.mjs";
import { sendOthers } from "./call-others.mjs";
import { ownStorage } from "./own-storage.mjs";

const TYPED = "input:not([type=hidden]), textarea, select, #asked";

export class Unsent {
  constructor(form) {
    this.form = form;
    this.path = form.getAttribute("action");
    this.marks = new Marks(form);
    sendOthers(this.path, form.elements._csrf.value);
  }

  read() {
    return ownStorage.read(this.path);
  }

  write(left) {
    this.marks.sent();
    ownStorage.write(this.path, { ...left, seen: this.form.elements.seen.value, values: valuesOf(this.form) });
  }

  drop() {
    ownStorage.drop(this.path);
  }

  /** Without waiting for an answer, since the page goes. */
  sendOnLeaving(marks) {
    const body = new URLSearchParams({ ...Object.fromEntries(new FormData(this.form)), ...marks });
    fetch(`${this.path}/draft`, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
  }

  /** A press: gives whether it marked something that is to be kept. */
  pressed(button) {
    if (button.closest("[data-drop]")) {
      this.drop();
    }
    return this.marks.pressed(button);
  }

  /** Puts back what the last page couldn't send; gives whether there is anything to send now. */
  restore(left) {
    const { keptTab, keptTurn } = this.form.dataset;
    const arrived = left.submitted && keptTab === left.tab && Number(keptTurn) >= left.turn;
    const differs = !arrived && fill(this.form, left.values);
    if (differs) {
      this.form.elements.seen.value = left.seen;
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
}

function typedFields(form) {
  return [...form.elements].filter((field) => field.name && field.matches(TYPED));
}

function valuesOf(form) {
  return typedFields(form).map((field) => [field.name, field.value]);
}

/** Puts values back; gives whether any of them wasn't there already. */
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
