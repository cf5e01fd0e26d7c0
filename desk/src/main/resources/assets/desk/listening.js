// Listening in to a consultant's call by the lead's own line: <infolinia-listening>. There is a line here only as long as
// somebody is listened to; a tab that has the telephone lends it.
import { clock, el, words } from "./live.js";
import { Line } from "./phone-line.js";
import { Sound } from "./phone-sound.js";
import { Tab } from "./phone-tab.js";

const CODES = { listen: "*61", whisper: "*62", barge: "*63" };
const ASKED_MILLIS = 400;

class Listening extends HTMLElement {
  connectedCallback() {
    this.w = words("floor-words");
    this.sound = new Sound();
    this.tab = new Tab();
    this.whom = null;
    this.tab.addEventListener("lost", () => this.whom && this.over("taken"));
    // Whoever waits for the telephone gets it some time, when nobody is listened to any more.
    this.tab.addEventListener("got", () => setTimeout(() => this.whom || this.tab.release()));
    addEventListener("pagehide", () => this.line?.stop());
    this.parts = {
      state: el("span", { class: "tag accent", role: "status" }),
      clock: el("span", { class: "num", role: "timer", "aria-live": "off" }),
      means: el("small", {}),
      modes: Object.keys(CODES).map((mode) => el("button", { type: "button", "data-mode": mode, onclick: () => this.change(mode) }, this.w(`listen.${mode}`))),
      end: el("button", { type: "button", class: "stop", onclick: () => this.end() }, this.w("listen.end")),
      said: el("p", { class: "said", role: "status", hidden: true }),
    };
    const { state, clock: time, means, modes, end, said } = this.parts;
    this.panel = el("section", { class: "sheet pad listening", "aria-label": this.w("listen.title"), hidden: true },
      el("div", { class: "row wide" }, el("div", { class: "row" }, state, time), el("div", { class: "row" }, modes, end)), means);
    this.replaceChildren(this.panel, said);
    setInterval(() => this.showClock(), 1000);
  }

  /** @param whom a consultant of the floor: name and title */
  async begin(whom) {
    if (this.whom) {
      // One at a time: the other is left first.
      if (this.call && this.whom.name !== whom.name) {
        this.next = { whom, mode: "listen" };
        this.call.end();
      }
      return;
    }
    // A copy, to be told from the same consultant who is chosen once more.
    const chosen = { ...whom };
    this.whom = chosen;
    this.mode = "listen";
    this.say("");
    this.show();
    this.panel.scrollIntoView({ block: "nearest" });
    try {
      if (await this.getLine()) await this.dial();
    } catch (fault) {
      console.error(fault);
      if (this.whom === chosen) this.over("failed");
    }
  }

  /** The telephone is one tab's at a time; the one that has it lends it once it says that it is in no call. */
  async getTelephone() {
    const { whom } = this;
    if (this.tab.has) return true;
    const event = (name, millis) => new Promise((done) => {
      this.tab.addEventListener(name, (one) => done(one), { once: true });
      if (millis) setTimeout(() => done(null), millis);
    });
    const got = event("got");
    const busy = event("busy", ASKED_MILLIS);
    this.tab.ask(false);
    const first = await Promise.race([got, busy]);
    if (this.whom !== whom) return false;
    if (this.tab.has) return true;
    if (first?.detail !== false) return false;
    this.tab.ask(true);
    await got;
    return true;
  }

  /** Nothing goes on for somebody who is no longer listened to by the time it is answered. */
  async getLine() {
    const { whom } = this;
    const got = await this.getTelephone();
    if (this.whom !== whom) return false;
    if (!got) return this.over("busy");
    let answer = await this.ask({});
    if (this.whom !== whom) return false;
    if (answer.status === 409) {
      if (!confirm(this.w("listen.elsewhere"))) return this.over("");
      answer = await this.ask({ takeOver: "yes" });
      if (this.whom !== whom) return false;
    }
    if (!answer.ok) return this.over("failed");
    const told = await answer.json();
    if (this.whom !== whom) return false;
    const line = new Line(told);
    this.line = line;
    // Nobody is to be answered here.
    line.addEventListener("call", ({ detail }) => detail.end());
    const registered = new Promise((done) => line.addEventListener("change", () => {
      if (line.state === "registered") done(true);
      if (line.state === "refused") done(false);
    }));
    line.start();
    const calls = await registered;
    if (this.whom !== whom) return false;
    return calls || this.over("failed");
  }

  ask(fields) {
    return fetch("/desk/line", {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-Infolinia-Proof": this.dataset.proof, Accept: "application/json" },
      cache: "no-store",
    });
  }

  /** Who only listens needs no microphone: nothing of theirs can be heard. */
  voice() {
    if (this.mode !== "listen") return this.sound.microphone();
    this.silence ??= new AudioContext();
    this.silence.resume();
    const quiet = this.silence.createMediaStreamDestination();
    const source = new ConstantSourceNode(this.silence, { offset: 0 });
    source.connect(quiet);
    // Silence that is sent: Asterisk takes a telephone of which nothing comes for one that is gone.
    source.start();
    return quiet.stream;
  }

  async dial() {
    const { whom, mode } = this;
    if (!whom) return;
    const voice = await this.voice();
    if (!this.line || this.whom !== whom || this.mode !== mode) {
      voice.getTracks().forEach((track) => track.stop());
      return;
    }
    const call = this.line.dial(CODES[mode] + whom.name, voice);
    this.call = call;
    call.addEventListener("change", () => this.show());
    call.addEventListener("stream", () => this.sound.hear(call.stream));
    call.addEventListener("end", ({ detail }) => this.ended(call, detail));
    this.show();
  }

  /** Asterisk writes down each mode, so another one is another call. */
  change(mode) {
    if (!this.call || this.mode === mode) return;
    this.next = { whom: this.whom, mode };
    this.call.end();
  }

  end() {
    this.next = null;
    if (this.call) this.call.end();
    else this.over("");
  }

  async ended(call, { code }) {
    if (this.call !== call) return;
    this.call = null;
    const { next } = this;
    this.next = null;
    if (!next) {
      this.over(call.wasTalking ? "over" : code === 480 ? "nobody" : code === 404 || code === 403 ? "refused" : "failed");
      return;
    }
    this.whom = next.whom;
    this.mode = next.mode;
    this.show();
    try {
      await this.dial();
    } catch (fault) {
      if (this.whom === next.whom) this.over(fault instanceof DOMException ? "no-microphone" : "failed");
    }
  }

  /** @param why a word, or nothing to be said */
  over(why) {
    const title = this.whom?.title ?? "";
    const { call } = this;
    this.call = null;
    call?.end();
    this.whom = null;
    this.next = null;
    this.line?.stop();
    this.line = null;
    this.silence?.close();
    this.silence = null;
    this.sound.quiet();
    this.tab.release();
    this.say(why && this.w(`listen.why.${why}`, title));
    this.show();
    return false;
  }

  say(text) {
    this.parts.said.hidden = !text;
    this.parts.said.textContent = text;
  }

  show() {
    const { whom, mode, parts, call } = this;
    this.panel.hidden = !whom;
    this.dataset.state = whom ? (call?.state === "talking" ? "listening" : "connecting") : "none";
    this.dataset.mode = whom ? mode : "";
    if (!whom) return;
    parts.state.textContent = this.w(call?.state === "talking" ? `listen.state.${mode}` : "listen.connecting", whom.title);
    parts.means.textContent = this.w(`listen.means.${mode}`);
    for (const button of parts.modes) {
      button.setAttribute("aria-pressed", button.dataset.mode === mode);
      button.disabled = call?.state !== "talking";
    }
    this.showClock();
  }

  showClock() {
    this.parts.clock.textContent = this.call?.state === "talking" ? clock(this.call.since, Date.now()) : "";
  }
}

customElements.define("infolinia-listening", Listening);
