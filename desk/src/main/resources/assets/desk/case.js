import { Drafts } from "./case-drafts.js";
import { ask } from "./case-server.js";
import { bothOf, changesOf, contactsOf, nameOf, offerOf } from "./case-parts.js";
import { dials } from "./dial.js";
import { el, words } from "./live.js";

const FIELDS = ["name", "number", "email", "category", "outcome", "assignee", "follow-up", "notes"];
const LISTS = { category: "categories", outcome: "outcomes", assignee: "people" };
const LONGEST = { name: 120, number: 80, email: 254, notes: 20000 };
/** Control signs that are pasted along, such as the line ends within Word's paragraphs: spaces, as the server has them. */
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;
const SAVE_MILLIS = 800;
const AGAIN_MILLIS = 3000;

/**
 * A case that is saved as it is typed: <infolinia-case data-number data-proof>. What differs from the server's version is
 * "mine" until the server has confirmed it, kept by the browser meanwhile. When somebody else changed the case, what
 * they changed is shown; what both changed waits for a choice.
 */
class CaseSheet extends HTMLElement {
  connectedCallback() {
    this.w = words("case-words");
    this.lists = JSON.parse(document.getElementById("case-lists").textContent);
    this.drafts = new Drafts(this.lists.me);
    this.number = this.dataset.number;
    this.theirs = {};
    this.faults = [];
    this.tried = {};
    this.stored = true;
    this.append(el("p", { class: "pad soft", role: "status" }, this.w("asking")));
    this.leaving = () => this.flush();
    this.seen = () => document.hidden ? this.flush() : this.refresh();
    this.warning = (event) => this.unsaved && !this.stored && event.preventDefault();
    addEventListener("pagehide", this.leaving);
    addEventListener("beforeunload", this.warning);
    document.addEventListener("visibilitychange", this.seen);
    this.load();
  }

  disconnectedCallback() {
    removeEventListener("pagehide", this.leaving);
    removeEventListener("beforeunload", this.warning);
    document.removeEventListener("visibilitychange", this.seen);
    this.flush();
    clearTimeout(this.timer);
    this.gone = true;
  }

  /** Whether something typed is not on the server. */
  get unsaved() {
    return Boolean(this.base) && Object.keys(this.mine()).length > 0;
  }

  async load() {
    const { status, told } = await ask("GET", `/cases/${this.number}/state`, this.dataset.proof);
    if (this.gone) return;
    if (status !== 200) {
      const word = { 401: "expired", 404: "unknown" }[status] ?? "away";
      this.replaceChildren(el("p", { class: "said stop", role: "alert" }, this.w(word)), word === "expired" ? this.signIn() : "");
      if (word === "away") this.timer = setTimeout(() => this.load(), AGAIN_MILLIS);
      return;
    }
    this.build(told);
    this.offer();
  }

  build(state) {
    const { w } = this;
    this.inputs = {};
    const field = (name, input) => {
      this.inputs[name] = input;
      input.setAttribute("data-field", name);
      return el("label", { class: name === "notes" ? "all" : "" }, w(`field.${name}`), input);
    };
    const text = (type) => (name) => field(name, el("input", { type, autocomplete: "off" }));
    const list = (name) => field(name, el("select", {}));
    this.head = el("div", { class: "row wide" });
    this.offered = el("div", {});
    this.merged = el("div", { role: "status" });
    this.trouble = el("div", { role: "alert" });
    this.status = el("small", { "data-part": "saved" }, w("by-itself"));
    this.turn = el("button", { type: "button", class: "main", onclick: () => this.turnState() });
    this.choices = el("div", { class: "stack" });
    this.story = el("div", { class: "stack" });
    this.replaceChildren(el("div", { class: "sheet case" },
      el("div", { class: "pad stack" }, this.head, el("div", { class: "notices" }, this.offered, this.merged, this.trouble),
        el("div", { class: "fields" },
          text("text")("name"), el("div", { class: "row" }, text("tel")("number"), dials(w("dial"), () => this.value("number"))), text("email")("email"),
          list("category"), list("outcome"), list("assignee"), field("follow-up", el("input", { type: "date", min: "2000-01-01", max: "2999-12-31" })),
          field("notes", el("textarea", { rows: "6" }))),
        this.choices,
        el("div", { class: "row" }, this.turn, el("span", { class: "spring" }), this.status)),
      this.story));
    for (const [name, input] of Object.entries(this.inputs)) {
      input.addEventListener("input", () => this.typed(SAVE_MILLIS));
      if (!LONGEST[name]) input.addEventListener("change", () => this.typed(0));
    }
    this.take(state);
    for (const name of FIELDS) this.fill(name, this.base[name]);
  }

  /** The server's version is this one. */
  take(state) {
    this.state = state;
    this.base = state.fields;
    const { w } = this;
    const open = this.base.state === "open";
    this.head.replaceChildren(
      el("div", {}, el("h2", { class: "who" }, w("case", state.number)),
        el("small", {}, w("opened", state.opened, nameOf(this.lists.people, state.openedBy)))),
      el("span", { class: `tag ${open ? "accent" : "ok"}` }, w(`state.${this.base.state}`)));
    this.turn.textContent = w(open ? "resolve" : "reopen");
    this.turn.className = open ? "main" : "";
    const { activeElement } = document;
    if (!this.story.contains(activeElement)) {
      const shown = this.story.querySelector("details")?.open;
      this.story.replaceChildren(contactsOf(state, this.lists, w), changesOf(state, this.lists, w, shown));
    }
  }

  fill(name, value) {
    const input = this.inputs[name];
    if (input.tagName === "SELECT") {
      const entries = this.lists[LISTS[name]];
      const there = entries.filter((one) => !one.retired || one.code === value);
      const strange = value && !there.some((one) => one.code === value) ? [{ code: value, name: value }] : [];
      input.replaceChildren(el("option", { value: "" }, this.w("none")),
        ...[...there, ...strange].map((one) => el("option", { value: one.code }, one.name)));
    }
    if (input.value !== value) input.value = value;
  }

  value(name) {
    const value = this.inputs[name].value.replace(CONTROL, " ");
    return name === "notes" ? value : value.replaceAll("\t", " ").trim();
  }

  /** What differs from the server's version, by field; a date that is typed by half is none yet. */
  mine() {
    const mine = {};
    for (const name of FIELDS) {
      if (!this.inputs[name].validity.badInput && this.value(name) !== this.base[name]) mine[name] = this.value(name);
    }
    if (this.turned) mine.state = this.turned;
    return mine;
  }

  typed(millis) {
    this.keep();
    this.schedule(millis);
  }

  keep() {
    const mine = { ...this.offer_?.mine, ...this.mine() };
    if (Object.keys(mine).length === 0) {
      this.drafts.drop(this.number);
      this.stored = true;
      return;
    }
    const base = { ...this.offer_?.base };
    for (const name of Object.keys(mine)) base[name] ??= this.theirs[name]?.seen ?? this.base[name];
    this.stored = this.drafts.keep(this.number, { mine, base });
  }

  schedule(millis) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), millis);
  }

  turnState() {
    this.turned = this.base.state === "open" ? "resolved" : "open";
    this.typed(0);
  }

  /** Why a field cannot be sent; empty when it can. */
  faultOf(name, value) {
    if (value.length > (LONGEST[name] ?? Infinity)) return this.w("fault.too-long", this.w(`field.${name}`), value.length, LONGEST[name]);
    if (name === "email" && value && !/^[^\s@]+@[^\s@]+$/.test(value)) return this.w("fault.email");
    return "";
  }

  async save() {
    if (this.saving || !this.base) {
      this.again = true;
      return;
    }
    const sent = {};
    const faults = [];
    for (const [name, value] of Object.entries(this.mine())) {
      const fault = this.faultOf(name, value);
      if (fault) faults.push([name, fault]);
      else if (!this.theirs[name]) sent[name] = value;
    }
    for (const name of FIELDS) {
      if (faults.some(([faulty]) => faulty === name)) this.inputs[name].setAttribute("aria-invalid", "true");
      else this.inputs[name].removeAttribute("aria-invalid");
    }
    this.faults = faults.map(([, fault]) => fault);
    if (Object.keys(sent).length === 0) {
      this.complain();
      return;
    }
    this.saving = true;
    this.again = false;
    this.tries(sent);
    this.status.textContent = this.w("saving");
    const answer = await ask("POST", `/cases/${this.number}`, this.dataset.proof, { json: { ...sent, seen: String(this.state.version) } });
    this.saving = false;
    this.answered(answer, sent);
    if (this.again) this.schedule(SAVE_MILLIS);
  }

  tries(fields) {
    for (const [name, value] of Object.entries(fields)) (this.tried[name] ??= new Set()).add(value);
  }

  answered({ status, told }, sent) {
    if (status === 200) {
      if (sent.state === this.turned) this.turned = null;
      this.tried = {};
      this.take(told);
      this.complain();
      this.status.textContent = this.w("saved", new Date().toLocaleTimeString(document.documentElement.lang));
      if (!this.unsaved && !this.offer_) this.drafts.drop(this.number);
      else this.keep();
    } else if (status === 409) this.meet(told);
    else {
      this.status.textContent = "";
      const word = { 400: "fault.refused", 401: "expired", 404: "unknown", 413: "fault.too-much" }[status] ?? "away";
      this.complain(this.w(word), word === "expired");
      if (word === "away") this.schedule(AGAIN_MILLIS);
    }
  }

  /** What keeps it from being saved; said once, however often it is tried. */
  complain(why = "", expired = false) {
    const text = [...this.faults, why, this.stored ? "" : this.w("not-stored")].filter(Boolean).join(" ");
    if (this.trouble.dataset.text === text) return;
    this.trouble.dataset.text = text;
    this.trouble.className = text ? "said stop stack" : "";
    this.trouble.replaceChildren(text, expired ? this.signIn() : "");
  }

  signIn() {
    return el("a", { class: "button", href: `/sign-in?then=${encodeURIComponent(location.pathname)}` }, this.w("sign-in"));
  }

  /** Somebody else wrote into the case: their version beside mine. */
  meet(state) {
    const mine = this.mine();
    const before = this.base;
    // What we sent ourselves, and never heard of.
    const ours = (name) => mine[name] === state.fields[name] || Boolean(this.tried[name]?.has(state.fields[name]));
    const changed = FIELDS.filter((name) => state.fields[name] !== before[name]);
    if (state.fields.state !== before.state) changed.push("state");
    this.take(state);
    for (const name of changed) {
      if (name === "state") this.turned = null;
      else if (!(name in mine)) this.fill(name, state.fields[name]);
      else if (!ours(name)) this.theirs[name] = { seen: before[name] };
    }
    const others = changed.filter((name) => !(name in mine) || !ours(name));
    if (others.length > 0) {
      const last = state.changes[0];
      this.merged.replaceChildren(el("p", { class: "said" }, this.w("changed-by",
        last ? nameOf(this.lists.people, last.who) : "–", last?.at ?? "", others.map((name) => this.w(`field.${name}`)).join(", "))));
    }
    this.status.textContent = "";
    this.showChoices();
    this.keep();
    this.schedule(0);
  }

  /** What both wrote: nothing of it is sent until one of the two is chosen. */
  showChoices() {
    this.choices.replaceChildren(...Object.keys(this.theirs).map((name) =>
      bothOf(name, this.base[name], this.lists, this.w, (takeTheirs) => this.choose(name, takeTheirs))));
  }

  choose(name, takeTheirs) {
    delete this.theirs[name];
    if (takeTheirs) this.fill(name, this.base[name]);
    this.showChoices();
    this.inputs[name].focus();
    this.typed(0);
  }

  /** What this browser has kept of an earlier time is offered, never put in by itself. */
  offer() {
    const draft = this.drafts.of(this.number);
    const mine = Object.entries(draft?.mine ?? {}).filter(([name, value]) => typeof value === "string"
      && (this.inputs[name] || name === "state") && value !== this.base[name]);
    if (mine.length === 0) {
      if (draft) this.drafts.drop(this.number);
      return;
    }
    this.offer_ = { mine: Object.fromEntries(mine), base: draft.base ?? {} };
    this.offered.replaceChildren(offerOf(draft.at, this.offer_.mine, this.lists, this.w, () => this.restore(), () => this.discard()));
  }

  restore() {
    const { mine, base } = this.offer_;
    for (const [name, value] of Object.entries(mine)) {
      if (name === "state") this.turned = value;
      else {
        this.fill(name, value);
        if (name in base && base[name] !== this.base[name]) this.theirs[name] = { seen: base[name] };
      }
    }
    this.endOffer();
    this.showChoices();
    this.typed(0);
  }

  discard() {
    this.endOffer();
    this.keep();
  }

  endOffer() {
    this.offer_ = null;
    this.offered.replaceChildren();
    this.inputs.notes.focus();
  }

  /** Somebody may have written while nobody looked. */
  async refresh() {
    if (!this.base || this.saving || this.unsaved) return;
    const { told } = await ask("GET", `/cases/${this.number}/state`, this.dataset.proof);
    if (told && told.version !== this.state.version && !this.saving) this.meet(told);
  }

  /** The page goes: what is not sent yet is sent without waiting for the answer; the browser has it too. */
  flush() {
    if (!this.base || this.saving || Object.keys(this.theirs).length > 0) return;
    const mine = this.mine();
    if (Object.keys(mine).length === 0 || Object.entries(mine).some(([name, value]) => this.faultOf(name, value))) return;
    this.keep();
    this.tries(mine);
    const json = { ...mine, seen: String(this.state.version) };
    ask("POST", `/cases/${this.number}`, this.dataset.proof, { json, leaving: true }).then(({ status, told }) => {
      if (status !== 200) return;
      this.take(told);
      if (!this.unsaved && !this.offer_) this.drafts.drop(this.number);
    });
  }
}

customElements.define("infolinia-case", CaseSheet);
