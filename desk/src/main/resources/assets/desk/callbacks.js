import { clock, el, number, same, words } from "./live.js";

const ASK_MILLIS = 15000;

/** Who waits to be called back: the list, and calling whoever has waited longest. */
class Callbacks extends HTMLElement {
  connectedCallback() {
    this.w = words("presence-words");
    this.phone = document.querySelector("infolinia-phone");
    this.asking = setInterval(() => document.hidden || this.ask(), ASK_MILLIS);
    this.ticking = setInterval(() => this.tick(), 1000);
    document.addEventListener("visibilitychange", () => document.hidden || this.ask());
    // Who was called, or has left a number, is told by what happens to calls.
    document.addEventListener("infolinia-presence", (event) => {
      if (event.detail.standing !== this.standing) this.ask();
      this.standing = event.detail.standing;
    });
    this.ask();
  }

  disconnectedCallback() {
    clearInterval(this.asking);
    clearInterval(this.ticking);
  }

  tick() {
    const now = Date.now() + (this.ahead ?? 0);
    for (const one of this.querySelectorAll("[data-since]")) one.textContent = clock(Number(one.dataset.since), now);
  }

  async ask() {
    try {
      const answer = await fetch("/callbacks/waiting", { headers: { Accept: "application/json" }, cache: "no-store" });
      // A session that is over is told, and mended, by the presence.
      if (!answer.ok) throw new Error(String(answer.status));
      this.show(await answer.json());
    } catch {
      if (!this.shown) this.replaceChildren(el("p", { class: "pad soft" }, this.w("callback.lost")));
    }
  }

  show(state) {
    const { w } = this;
    this.ahead = state.now - Date.now();
    if (same(this.shown, state)) return;
    this.shown = state;
    const focused = this.contains(document.activeElement);
    const heading = el("h2", { class: "row wide" }, w("callback.title"),
      el("span", { class: `tag ${state.waiting.length ? "wait" : ""}` }, String(state.waiting.length) + (state.more ? "+" : "")));
    this.replaceChildren(el("div", { class: "pad stack" }, heading,
      state.waiting.length === 0 ? el("p", { class: "soft" }, w("callback.none"))
        : this.phone ? el("button", { type: "button", onclick: () => this.phone.act("callback") }, w("callback.call"))
          : el("p", { class: "soft" }, w("callback.by-telephone")),
      el("ul", { class: "contacts" }, state.waiting.map((one) => this.item(one))),
      state.more ? el("p", { class: "soft" }, w("callback.more")) : null));
    if (focused) this.querySelector("button")?.focus();
  }

  item(one) {
    const { w } = this;
    const said = [
      one.consultant ? w("callback.calls", one.consultant) : "",
      one.attempts ? w("callback.attempts", one.attempts) : "",
      one.last ? w(`callback.last.${one.last}`) : "",
      one.notBefore && !one.consultant ? w("callback.not-before", time(one.notBefore)) : "",
      w("callback.expires", time(one.expires)),
    ].filter(Boolean);
    return el("li", {},
      el("b", { class: "num" }, number(one.number, "")), " ", one.title, ", ", w("callback.waits"), " ",
      el("time", { class: "num", "data-since": one.since }, clock(one.since, this.shown.now)),
      el("br"), el("small", { class: "soft" }, said.join("; ")));
  }
}

/** Day and minute, in the reader's way. */
function time(moment) {
  return new Date(moment).toLocaleString(document.documentElement.lang, { day: "numeric", month: "numeric", hour: "2-digit", minute: "2-digit" });
}

customElements.define("infolinia-callbacks", Callbacks);
