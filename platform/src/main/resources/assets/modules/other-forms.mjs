// Several forms stand on one page, and only one is sent. What was typed in the others is carried over in the window's own
// storage until the page stands again, and forgotten there; what was sent comes back only when it was refused.
import { ownStorage } from "./own-storage.mjs";

const TYPED = "input:not([type=hidden], [type=file], [type=password]), textarea, select";

export default class OtherForms {
  constructor(root) {
    this.root = root;
    this.key = `${root.dataset.path}#forms`;
    this.putBack();
    root.addEventListener("submit", (event) => this.carry(event.target));
  }

  carry(sent) {
    const typed = [...this.root.querySelectorAll("form")].flatMap((form) =>
      fieldsOf(form)
        .filter((field) => form === sent || wasTyped(form, field))
        .map((field) => [form.getAttribute("action"), field.name, own(field), stateOf(field)]),
    );
    ownStorage.write(this.key, { sent: sent.getAttribute("action"), typed });
  }

  putBack() {
    const left = ownStorage.read(this.key);
    ownStorage.drop(this.key);
    const refused = this.root.querySelector(".govuk-error-summary") !== null;
    for (const [action, name, value, state] of left?.typed ?? []) {
      const field = this.find(action, name, value);
      if (field && (refused || action !== left.sent) && stateOf(field) !== state) {
        setState(field, state);
        field.closest("details")?.setAttribute("open", "");
      }
    }
  }

  find(action, name, value) {
    return [...this.root.querySelectorAll("form")]
      .filter((form) => form.getAttribute("action") === action)
      .flatMap(fieldsOf)
      .find((field) => field.name === name && own(field) === value);
  }
}

function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && field.matches(TYPED));
}

function isTicked(field) {
  return field.matches("[type=checkbox], [type=radio]");
}

/** What tells one box from the others of its name. */
function own(field) {
  return isTicked(field) ? field.value : "";
}

function stateOf(field) {
  return isTicked(field) ? field.checked : field.value;
}

function setState(field, state) {
  field[isTicked(field) ? "checked" : "value"] = state;
}

/** Whether somebody wrote it; what a refused form shows again was written too. */
function wasTyped(form, field) {
  if (form.querySelector(".govuk-form-group--error")) {
    return true;
  }
  if (isTicked(field)) {
    return field.checked !== field.defaultChecked;
  }
  const first = field.matches("select") && ([...field.options].find((each) => each.defaultSelected) ?? field.options[0]);
  return field.value !== (first ? first.value : field.defaultValue);
}
