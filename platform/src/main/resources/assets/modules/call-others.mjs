// Other calls of this window whose form was sent: nobody knows whether it arrived.
import { ownStorage } from "./own-storage.mjs";

/** Sends each once more, and forgets it when the server has it or is done with that call. */
export async function sendOthers(here, proof) {
  for (const path of ownStorage.paths("/calls/").filter((each) => each !== here)) {
    const left = ownStorage.read(path);
    if (left?.submitted) {
      const marks = { tab: left.tab, turn: left.turn, seen: left.seen, _csrf: proof };
      const body = new URLSearchParams({ ...Object.fromEntries(left.values), ...marks });
      const answer = await fetch(`${path}/draft`, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
      if (answer && !answer.redirected && (answer.ok || [404, 409].includes(answer.status))) {
        ownStorage.drop(path);
      }
    }
  }
}
