import { clock, el, follow, number, same, say, words } from "./live.js";

const ORDER = ["not-answering", "unreachable", "talking", "ringing", "available", "after-call", "break", "signed-out"];
const TAGS = {
  available: "ok", ringing: "accent", talking: "accent", "after-call": "wait", break: "wait",
  "not-answering": "stop", unreachable: "stop", "signed-out": "",
};

/** The live floor: who waits, who is where. Times run by the server's clock. */
class Floor extends HTMLElement {
  connectedCallback() {
    this.w = words("floor-words");
    this.reasons = JSON.parse(document.getElementById("floor-reasons").textContent);
    // Browsers give no telephone to a page that came without TLS from another machine.
    const listening = isSecureContext && document.querySelector("infolinia-listening");
    this.told(JSON.parse(document.getElementById("floor-state").textContent));
    // A button that is there before what it calls would lose its click.
    if (listening) {
      customElements.whenDefined("infolinia-listening").then(() => {
        this.listening = listening;
        this.show();
      });
    }
    follow("/floor/state", this.state.version, (state) => this.told(state), (lost) => {
      this.lost = lost;
      this.show();
    }, true);
    this.timer = setInterval(() => this.tick(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  told(state) {
    const before = this.state;
    this.state = state;
    this.ahead = state.now - Date.now();
    // Drawn anew only for what is new: a click, a list that is open, a screen reader are not disturbed.
    if (!same(before, state)) this.show();
  }

  tick() {
    const now = Date.now() + this.ahead;
    for (const one of this.querySelectorAll("[data-since]")) {
      const text = clock(Number(one.dataset.since), now);
      if (one.textContent !== text) one.textContent = text;
    }
  }

  since(moment) {
    return el("time", { class: "num", "data-since": moment }, clock(moment, Date.now() + this.ahead));
  }

  show() {
    const { w, state } = this;
    const focus = document.activeElement?.dataset?.key;
    const waiting = state.queues.flatMap((queue) => queue.callers);
    const longest = waiting.length ? Math.min(...waiting.map((caller) => caller.since)) : null;
    const count = (standing) => state.people.filter((one) => one.standing === standing).length;
    const alarms = [
      ...(this.lost ? [w("lost")] : []),
      ...(state.silence ? [w("silent")] : []),
      ...state.alarms.map((alarm) => w(`alarm.${alarm.word}`, alarm.what)),
    ];
    this.replaceChildren(
      el("div", { class: "alarms", role: "alert" }, alarms.map((text) => el("p", { class: "said stop" }, text))),
      el("div", { class: "floor" },
        this.figure(w("waiting"), String(waiting.length), waiting.length ? "stop" : ""),
        this.figure(w("longest"), longest === null ? "–" : this.since(longest), ""),
        this.figure(w("available"), String(count("available")), count("available") ? "ok" : "stop"),
        this.figure(w("talking"), String(count("talking")), ""),
        ...this.today(),
        el("section", { class: "sheet span2", "aria-labelledby": "floor-queues" },
          el("h2", { class: "pad", id: "floor-queues" }, w("queues")), this.queues()),
        el("section", { class: "sheet span2", "aria-labelledby": "floor-people" },
          el("h2", { class: "pad", id: "floor-people" }, w("people")), this.people()),
      ),
    );
    if (focus) this.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  }

  /** The day so far, of calls that are over; counted as the reports count. */
  today() {
    const { w, state } = this;
    const day = state.today;
    if (!day) return [];
    const share = day.serviceLevel === null ? "–" : `${(day.serviceLevel * 100).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} %`;
    const seconds = (value) => (value === null ? "–" : clock(0, value * 1000));
    return [
      this.small(w("offered-today"), String(day.offered), w("received-today", String(day.received))),
      this.small(w("answered-today"), String(day.answered), w("mean-today", seconds(day.meanWait))),
      this.small(w("abandoned-today"), String(day.abandoned), w("longest-today", seconds(day.longestWait))),
      this.small(w("level-today"), share, w("level-means")),
    ];
  }

  small(title, value, beside) {
    return el("div", { class: "sheet figure small" }, el("span", { class: "soft" }, title), el("b", { class: "num" }, value), el("span", { class: "soft num" }, beside));
  }

  figure(title, value, tone) {
    return el("div", { class: `sheet figure ${tone}` }, el("span", { class: "soft" }, title), el("b", { class: "num" }, value));
  }

  queues() {
    const { w, state } = this;
    return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": w("queues") }, el("table", {},
      el("thead", {}, el("tr", {},
        el("th", { scope: "col" }, w("queue")), el("th", { scope: "col", class: "num" }, w("waiting")),
        el("th", { scope: "col" }, w("callers")), el("th", { scope: "col", class: "num" }, w("free-of")))),
      el("tbody", {}, state.queues.map((queue) => el("tr", {},
        el("th", { scope: "row" }, queue.title),
        el("td", { class: "num" }, el("span", { class: `tag ${queue.callers.length ? "stop" : ""}` }, String(queue.callers.length))),
        el("td", {}, queue.callers.length
          ? el("ol", { class: "callers" }, queue.callers.slice(0, 8).map((caller) => el("li", {},
            el("span", { class: "num" }, number(caller.number, w("hidden"))), " ", this.since(caller.since))),
          queue.callers.length > 8 ? el("li", { class: "soft" }, w("more", String(queue.callers.length - 8))) : null)
          : el("span", { class: "soft" }, "–")),
        el("td", { class: "num" }, `${queue.available} / ${queue.signedIn}`))))));
  }

  people() {
    const { w, state } = this;
    const sorted = [...state.people].sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.title.localeCompare(b.title));
    return el("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": w("people") }, el("table", {},
      el("thead", {}, el("tr", {},
        el("th", { scope: "col" }, w("person")), el("th", { scope: "col" }, w("standing")),
        el("th", { scope: "col", class: "num" }, w("since")), el("th", { scope: "col" }, w("call")),
        el("th", { scope: "col" }, el("span", { class: "hidden" }, w("acts"))))),
      el("tbody", {}, sorted.map((one) => el("tr", {},
        el("th", { scope: "row" }, one.title),
        el("td", {}, el("span", { class: `tag ${TAGS[one.standing]}` }, this.standing(one))),
        el("td", { class: "num" }, one.standing === "signed-out" ? "" : this.since(one.since)),
        el("td", {}, one.call
          ? [el("span", { class: "num" }, number(one.call.number, w("hidden"))), el("small", {}, ` ${one.call.title}`)] : ""),
        el("td", {}, this.listening && one.standing === "talking" && one.name !== this.dataset.self
          ? el("button", { class: "quiet", "data-key": `listen-${one.name}`, onclick: () => this.listening.begin(one) },
            w("listen"), el("span", { class: "hidden" }, ` ${one.title}`)) : "",
        this.dataset.maySignOut && one.standing !== "signed-out"
          ? el("button", { class: "quiet", "data-key": `out-${one.name}`, onclick: () => this.signOut(one) },
            w("sign-out"), el("span", { class: "hidden" }, ` ${one.title}`)) : ""))))));
  }

  standing(one) {
    const text = this.w(`standing.${one.standing}`);
    return one.reason ? `${text}: ${this.reason(one.reason)}` : text;
  }

  reason(code) {
    return this.reasons[code] ?? code;
  }

  async signOut(one) {
    if (!confirm(this.w("sign-out-sure", one.title))) return;
    const fault = await say(`/floor/consultants/${encodeURIComponent(one.name)}/sign-out`, this.dataset.proof);
    if (fault !== null) alert(this.w("not-done"));
  }
}

customElements.define("infolinia-floor", Floor);
