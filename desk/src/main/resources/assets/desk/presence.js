import { dials } from "./dial.js";
import { clock, el, follow, number, same, say, words } from "./live.js";

const TAGS = {
  available: "ok", ringing: "accent", talking: "accent", "after-call": "wait", break: "wait",
  "not-answering": "stop", unreachable: "stop", "signed-out": "",
};

/**
 * A consultant's own presence. What it shows is what Asterisk says, never what was clicked.
 * Tells others in the page by the event "infolinia-presence", whose detail is the state.
 */
class Presence extends HTMLElement {
  connectedCallback() {
    this.w = words("presence-words");
    this.reasons = JSON.parse(document.getElementById("presence-reasons").textContent);
    this.state = null;
    this.said = "";
    this.show();
    follow("/presence/state", -1, (state) => {
      const before = this.state;
      this.state = state;
      this.ahead = state.now - Date.now();
      if (!same(before, state)) {
        this.said = "";
        this.show();
        this.warn();
      }
      this.dispatchEvent(new CustomEvent("infolinia-presence", { detail: state, bubbles: true }));
    }, (lost) => {
      this.lost = lost;
      this.show();
      this.warn();
    });
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const now = Date.now() + (this.ahead ?? 0);
    for (const one of this.querySelectorAll("[data-since]")) one.textContent = clock(Number(one.dataset.since), now);
    for (const one of this.querySelectorAll("[data-until]")) one.textContent = clock(now, Math.max(now, Number(one.dataset.until)));
  }

  /** Why no call comes; null where one may. */
  trouble() {
    if (this.lost) return "lost";
    if (!this.state?.known) return this.state ? "silent" : null;
    return ["not-answering", "unreachable"].includes(this.state.standing) ? `loud.${this.state.standing}` : null;
  }

  /** Whoever looks at something else is told all the same. */
  warn() {
    const trouble = this.trouble();
    if (trouble === this.warned) return;
    this.warned = trouble;
    this.warning?.close();
    this.warning = null;
    if (!trouble || this.state?.standing === "signed-out" || !document.hidden) return;
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    this.warning = new Notification(this.w("no-calls"), {
      body: this.w(trouble),
      tag: "infolinia-presence",
      requireInteraction: true,
      icon: "/assets/site/icon.svg",
    });
    this.warning.addEventListener("click", () => window.focus());
  }

  show() {
    const { w, state } = this;
    const focus = document.activeElement?.dataset?.key;
    if (!state) {
      this.replaceChildren(el("p", { class: "pad soft", role: "status" }, w(this.lost ? "lost" : "asking")));
      return;
    }
    const reason = state.reason ? this.reasons.find((one) => one.code === state.reason)?.name ?? state.reason : "";
    const trouble = this.trouble();
    this.replaceChildren(
      el("div", { class: `pad stack presence ${TAGS[state.standing]}` },
        el("p", { class: "row wide", role: "status", "aria-live": "polite" },
          el("b", { class: `tag ${TAGS[state.standing]}` }, w(`standing.${state.standing}`) + (reason ? `: ${reason}` : "")),
          state.standing === "signed-out" ? null : el("time", { class: "num", "data-since": state.since }, clock(state.since, Date.now() + this.ahead))),
        trouble ? el("p", { class: "said stop", role: "alert" }, w(trouble)) : null,
        state.until && !state.owes ? el("p", { class: "soft" }, w("until"), " ", el("time", { class: "num", "data-until": state.until }, "")) : null,
        state.owes ? el("p", { class: "said wait", "aria-live": "polite" }, w("owes")) : null,
        this.said ? el("p", { class: "said stop", role: "alert" }, this.said) : null,
        this.buttons(state)));
    if (focus) this.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
    this.tick();
  }

  buttons(state) {
    const { w } = this;
    const button = (key, text, path, fields, look = "") => el("button", {
      class: look, "data-key": key, onclick: () => this.say(path, fields),
    }, text);
    if (state.standing === "signed-out") {
      return el("div", { class: "stack" },
        this.dataset.browser ? button("browser", w("take-browser"), "/presence/sign-in", { device: "browser" }, "main") : null,
        button("telephone", w("take-telephone"), "/presence/sign-in", { device: "telephone" }));
    }
    const resting = ["break", "after-call", "not-answering"].includes(state.standing);
    return el("div", { class: "stack" },
      resting ? button("available", w(state.standing === "after-call" ? "finish" : "back"), "/presence/available", {}, "main") : null,
      el("div", { class: "row" },
        el("label", { class: "spring" }, el("span", { class: "hidden" }, w("reason")),
          el("select", { "data-key": "reason", onchange: (event) => {
            this.chosen = event.target.value;
          } },
          this.reasons.filter((one) => !one.retired)
            .map((one) => el("option", { value: one.code, selected: one.code === this.chosen }, one.name)))),
        el("button", { "data-key": "break", onclick: () => this.say("/presence/break", { reason: this.querySelector("select").value }) },
          w("take-break"))),
      el("div", { class: "stack" },
        button("out", w("stop"), "/presence/sign-out", {})));
  }

  async say(path, fields) {
    for (const one of this.querySelectorAll("button")) one.disabled = true;
    const fault = await say(path, this.dataset.proof, fields);
    // Why it is refused until the case has an outcome stands there already.
    this.said = fault === null || fault === 409 ? "" : this.w("not-done");
    this.show();
  }
}

/** How many wait in one's own queues. */
class OwnQueues extends HTMLElement {
  connectedCallback() {
    this.w = words("presence-words");
    document.addEventListener("infolinia-presence", (event) => this.told(event.detail));
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const now = Date.now() + (this.ahead ?? 0);
    for (const one of this.querySelectorAll("[data-since]")) one.textContent = clock(Number(one.dataset.since), now);
  }

  told(state) {
    this.ahead = state.now - Date.now();
    if (same(this.shown, { queues: state.queues })) return;
    this.shown = { queues: state.queues };
    this.replaceChildren(el("ul", { class: "work", "aria-label": this.w("queues") }, state.queues.map((queue) => el("li", {},
      el("span", { class: `tag ${queue.waiting ? "stop" : ""}` }, String(queue.waiting)),
      el("span", {}, queue.title),
      queue.longestSince ? el("time", { class: "num", "data-since": queue.longestSince }, clock(queue.longestSince, state.now)) : el("span", {}, "")))));
  }
}

/** Who calls, from the moment it rings. */
class CallerPanel extends HTMLElement {
  connectedCallback() {
    this.w = words("presence-words");
    document.addEventListener("infolinia-presence", (event) => this.told(event.detail));
    this.timer = setInterval(() => this.tick(), 1000);
    this.told(null);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  tick() {
    const now = Date.now() + (this.ahead ?? 0);
    for (const one of this.querySelectorAll("[data-since]")) one.textContent = clock(Number(one.dataset.since), now);
  }

  async told(state) {
    const { w } = this;
    this.ahead = state ? state.now - Date.now() : 0;
    const call = state?.call;
    if (same(this.shown, state)) return;
    this.shown = state;
    if (call?.linkedId !== this.calling) {
      this.calling = call?.linkedId;
      this.linkedId = null;
      this.history = null;
    }
    if (!call) {
      this.replaceChildren(el("p", { class: "pad soft" }, w("no-call")));
      return;
    }
    this.replaceChildren(el("div", { class: "sheet pad stack call" },
      el("p", { class: "row wide" },
        el("span", { class: `tag ${call.over ? "wait" : call.talks ? "ok" : "accent"}` }, w(call.over ? "over" : call.talks ? "in-talk" : "rings")),
        call.over ? null : el("time", { class: "num clock", "data-since": call.since }, clock(call.since, Date.now() + this.ahead))),
      el("p", { class: "row" }, el("span", { class: "who num" }, number(call.number, w("hidden"))),
        call.over && call.number ? dials(w("dial"), () => call.number) : null),
      el("dl", { class: "facts" },
        ...(call.title ? [el("dt", {}, w("topic")), el("dd", {}, call.title)] : []),
        el("dt", {}, w("language")), el("dd", {}, ["pl", "en"].includes(call.language) ? w(`language.${call.language}`) : call.language || "–"),
        ...(call.digits ? [el("dt", {}, w("digits")), el("dd", { class: "num" }, call.digits)] : []),
        ...(call.title ? [el("dt", {}, w("waited")), el("dd", { class: "num" }, clock(0, call.waited * 1000))] : [])),
      this.history ?? el("p", { class: "soft" }, "")));
    if (call.number && this.linkedId !== call.linkedId) {
      this.linkedId = call.linkedId;
      await this.ask(call);
    }
  }

  async ask(call) {
    try {
      const answer = await fetch(`/presence/caller?call=${encodeURIComponent(call.linkedId)}`, { cache: "no-store" });
      if (!answer.ok || this.linkedId !== call.linkedId) return;
      const { contacts } = await answer.json();
      this.history = el("section", { class: "stack" }, el("h3", {}, this.w("history")),
        contacts.length === 0 ? el("p", { class: "soft" }, this.w("first-call"))
          : el("ul", { class: "contacts" }, contacts.map((one) => el("li", {},
            el("time", { class: "num" }, one.at), " ", one.title, " – ", this.w(`outcome.${one.outcome}`),
            one.consultant ? ` (${one.consultant})` : ""))));
      this.querySelector(".call")?.lastChild?.replaceWith(this.history);
    } catch {
      // The call goes on without its history; the next one asks again.
    }
  }
}

customElements.define("infolinia-presence", Presence);
customElements.define("infolinia-queues", OwnQueues);
customElements.define("infolinia-caller", CallerPanel);
