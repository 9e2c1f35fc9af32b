// Loaded first in the body, so that nothing moves when scripts start: tells the style sheets that scripts are on, and marks
// a form that is sent before its module has come.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
document.addEventListener("submit", (event) => (event.target.dataset.sent = ""));
