// What somebody typed in this window is forgotten as soon as somebody else reads in it.
import { ownStorage } from "./own-storage.mjs";

export default class OwnWords {
  constructor(root) {
    ownStorage.belongTo(root.dataset.whose);
  }
}
