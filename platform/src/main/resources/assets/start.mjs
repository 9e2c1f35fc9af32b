// Starts GOV.UK's components and every module of ours that the page names in data-module, also in what htmx brings later.
import { initAll } from "./vendor/govuk-frontend.min.js";

const started = new WeakSet();

async function startWithin(root) {
  const named = [...root.querySelectorAll("[data-module]")];
  if (root instanceof Element && root.matches("[data-module]")) {
    named.unshift(root);
  }
  for (const element of named) {
    const name = element.dataset.module;
    if (name.startsWith("govuk-") || started.has(element)) {
      continue;
    }
    started.add(element);
    try {
      const module = await import(`./modules/${name}.mjs`);
      new module.default(element);
    } catch (reason) {
      // The page works without its enhancement; whoever looks for the cause finds it here.
      console.error(`Module ${name} did not start`, reason);
    }
  }
}

initAll();
startWithin(document);

document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) {
    initAll({ scope: event.target });
    startWithin(event.target);
  }
});
