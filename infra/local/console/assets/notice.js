// What a column has to say for itself: how its last look went, and for a while what could not be done.

const TO_READ = 10_000;

/** One sentence in `place`, which is gone when there is nothing to say. */
export class Notice {
  #standing = "";
  #passing = "";
  #reading;

  constructor(place) {
    this.place = place;
  }

  /** Say something until it is taken back by "". */
  stand(sentence) {
    this.#standing = sentence;
    this.#show();
  }

  /** Say something for as long as it takes to read. */
  pass(sentence) {
    this.#passing = sentence;
    this.#show();
    clearTimeout(this.#reading);
    if (sentence) this.#reading = setTimeout(() => this.pass(""), TO_READ);
  }

  #show() {
    this.place.textContent = this.#passing || this.#standing;
    this.place.hidden = !this.place.textContent;
  }
}
