// Loads a library that isn't a module, once, from beside this file: await loadScript("vendor/ol.js").
const loading = new Map();

export function loadScript(name) {
  if (!loading.has(name)) {
    loading.set(
      name,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(`../${name}`, import.meta.url).href;
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => reject(new Error(`${name} did not load`)));
        document.head.append(script);
      }),
    );
  }
  return loading.get(name);
}
