// The player of one recording: the picture of its sound follows the sound, and the other way round.

class Recording extends HTMLElement {
  connectedCallback() {
    this.piece = (name) => this.querySelector(`[data-part=${name}]`);
    this.sound = this.piece("sound");
    this.wave = this.querySelector("svg");
    for (const event of ["timeupdate", "seeking", "seeked", "loadedmetadata"]) {
      this.sound.addEventListener(event, () => this.show());
    }
    this.sound.addEventListener("play", () => this.follow());
    this.sound.addEventListener("error", () => {
      this.piece("fault").hidden = false;
    });
    this.wave.addEventListener("click", (event) => {
      const { left, width } = this.wave.getBoundingClientRect();
      this.playFrom(((event.clientX - left) / width) * this.length());
    });
  }

  /** Of the sound; before any of it is here, what the page says. */
  length() {
    return Number.isFinite(this.sound.duration) ? this.sound.duration : Number(this.dataset.seconds);
  }

  playFrom(second) {
    const start = () => {
      this.sound.currentTime = Math.max(0, Math.min(second, this.length()));
    };
    if (this.sound.readyState > 0) start();
    else this.sound.addEventListener("loadedmetadata", start, { once: true });
    this.sound.play().catch(() => this.show());
  }

  follow() {
    this.show();
    if (!this.sound.paused) requestAnimationFrame(() => this.follow());
  }

  show() {
    const x = (this.sound.currentTime / Math.max(this.length(), 0.001)) * this.wave.viewBox.baseVal.width;
    this.piece("now").setAttribute("x1", x);
    this.piece("now").setAttribute("x2", x);
  }
}

customElements.define("infolinia-recording", Recording);
