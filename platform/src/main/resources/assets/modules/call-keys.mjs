// Keeps the hands on the keyboard: Enter in a line goes on to the next field, and a key that marks something leads back to
// where one was typing.
const FIELDS = "input:not([type=hidden]), textarea, select";

export default class CallKeys {
  constructor(root) {
    this.root = root;
    // Somebody may have begun to type before this module came.
    this.last = root.querySelector(":is(input, textarea, select):focus");
    root.addEventListener("focusin", (event) => {
      if (event.target.matches(FIELDS)) {
        this.last = event.target;
      }
    });
    root.addEventListener("keydown", (event) => this.pressed(event));
    // After htmx has taken the click: the button goes when its answer comes.
    root.addEventListener("click", (event) => event.target.closest("[data-returns]") && setTimeout(() => this.last?.focus()));
  }

  pressed(event) {
    const field = event.target;
    if (event.key !== "Enter" || event.altKey || event.isComposing || !field.matches("input")) {
      return;
    }
    event.preventDefault();
    const fields = [...this.root.querySelectorAll(FIELDS)].filter((each) => each.offsetParent !== null);
    fields[fields.indexOf(field) + 1]?.focus();
  }
}
