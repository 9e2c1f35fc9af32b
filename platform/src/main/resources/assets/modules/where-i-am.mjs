// Offers to use where the device is. It is asked for only when somebody presses the button, the browser asks them again, and
// what it says goes to the server once, with the form: nothing stays here.
export default class WhereIAm {
  constructor(form) {
    this.form = form;
    this.offer = form.querySelector(".frith-map__me");
    if (!this.offer || !navigator.geolocation || !window.isSecureContext) {
      return;
    }
    this.offer.hidden = false;
    this.offer.querySelector("button").addEventListener("click", () => this.ask());
  }

  ask() {
    navigator.geolocation.getCurrentPosition(
      (found) => this.send({ latitude: found.coords.latitude.toFixed(6), longitude: found.coords.longitude.toFixed(6) }),
      () => this.send({ lost: "yes" }),
      { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 },
    );
  }

  send(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      this.form.append(field);
    }
    this.form.submit();
  }
}
