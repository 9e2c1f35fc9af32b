// The window's own storage, which may be full, closed to us or hold what we can't read: then it holds nothing.
function tried(work, otherwise) {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

const WHOSE = "frith-whose";

function belongTo(whose) {
  if (sessionStorage.getItem(WHOSE) !== whose) {
    sessionStorage.clear();
    sessionStorage.setItem(WHOSE, whose);
  }
}

export const ownStorage = {
  belongTo: (whose) => tried(() => belongTo(whose), null),
  read: (path) => tried(() => JSON.parse(sessionStorage.getItem(path)), null),
  write: (path, value) => tried(() => sessionStorage.setItem(path, JSON.stringify(value))),
  drop: (path) => tried(() => sessionStorage.removeItem(path)),
  paths: (begin) => tried(() => Object.keys(sessionStorage).filter((path) => path.startsWith(begin)), []),
};
