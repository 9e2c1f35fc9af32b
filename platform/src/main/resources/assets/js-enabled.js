// Loaded first in the body, so that nothing moves when scripts start: tells the style sheets that scripts are on.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}
