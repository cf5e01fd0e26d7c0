import "./case.js";
import { Drafts } from "./case-drafts.js";
import { nameOf } from "./case-parts.js";
import { ask } from "./case-server.js";
import { el, words } from "./live.js";

const AGAIN_MILLIS = 3000;

/** The case of the call in hand: the caller's open cases from the moment it rings, then the one that was chosen. */
class CallCase extends HTMLElement {
  connectedCallback() {
    this.w = words("case-words");
    this.lists = JSON.parse(document.getElementById("case-lists").textContent);
    this.drafts = new Drafts(this.lists.me);
    this.calling = null;
    document.addEventListener("infolinia-presence", (event) => this.told(event.detail));
    this.idle();
  }

  told(state) {
    const linkedId = state.call?.linkedId ?? null;
    // What was typed and could not be sent stays in sight until the next call.
    if (linkedId === this.calling || (!linkedId && this.querySelector("infolinia-case")?.unsaved)) return;
    this.calling = linkedId;
    if (!linkedId) this.idle();
    else {
      this.replaceChildren(el("p", { class: "pad soft", role: "status" }, this.w("asking")));
      this.look();
    }
  }

  idle() {
    const numbers = this.drafts.numbers();
    const last = this.querySelector("infolinia-case")?.number;
    this.replaceChildren(...(numbers.length === 0 ? [] : [el("div", { class: "said wait stack", role: "alert" },
      el("p", {}, this.w("unsaved")), el("ul", {}, numbers.map((number) => el("li", {}, this.link(number)))))]),
    ...(last ? [el("p", { class: "pad" }, this.w("last"), " ", this.link(last))] : []));
  }

  link(number) {
    return el("a", { href: `/cases/${encodeURIComponent(number)}` }, this.w("case", number));
  }

  async look() {
    const { calling } = this;
    const { told } = await ask("GET", `/call-case?call=${encodeURIComponent(calling)}`, this.dataset.proof);
    if (calling !== this.calling) return;
    if (told) this.show(told);
    else setTimeout(() => calling === this.calling && this.look(), AGAIN_MILLIS);
  }

  show({ number, open }) {
    const { w } = this;
    const others = open.filter((one) => one.number !== number);
    const choice = el("div", { class: "stack" },
      others.length === 0 ? (number ? null : el("p", { class: "soft" }, w("none-open")))
        : el("ul", { class: "cases" }, others.map((one) => el("li", { class: "row wide" },
          el("span", {}, el("b", { class: "num" }, one.number), " ", [one.name, nameOf(this.lists.categories, one.category)].filter(Boolean).join(", "),
            el("br"), el("small", {}, [one.changed, nameOf(this.lists.people, one.assignee), one.beginning].filter(Boolean).join(" · "))),
          el("button", { type: "button", onclick: () => this.goOn(one.number) }, w("continue"), el("span", { class: "hidden" }, ` ${one.number}`))))),
      el("div", { class: "row" },
        el("button", { type: "button", class: number ? "" : "main", "data-do": "open", onclick: () => this.open(number) }, w("open")),
        el("span", { class: "spring" }),
        el("form", { class: "row", onsubmit: (event) => {
          event.preventDefault();
          this.goOn(event.target.elements.number.value.trim());
        } },
        el("input", { name: "number", class: "num", autocomplete: "off", maxlength: "12", placeholder: w("number-form"), "aria-label": w("other-number") }),
        el("button", {}, w("continue-other")))));
    this.fault = el("p", { role: "alert" });
    this.replaceChildren(
      number
        ? el("details", { class: "sheet pad" }, el("summary", {}, w("other-case", others.length)), choice)
        : el("section", { class: "sheet pad stack" }, el("h2", {}, w("open-cases", others.length)), choice),
      this.fault,
      number ? el("infolinia-case", { "data-number": number, "data-proof": this.dataset.proof }) : "");
  }

  /** @param instead number of the case that is shown; empty without one */
  open(instead) {
    return this.choose("/call-case/open", { instead });
  }

  goOn(number) {
    return this.choose("/call-case/continue", { number });
  }

  async choose(path, fields) {
    if (this.choosing) return;
    this.choosing = true;
    const { calling } = this;
    const { status, told } = await ask("POST", path, this.dataset.proof, { fields: { call: calling, ...fields } });
    this.choosing = false;
    if (calling !== this.calling) return;
    if (told) await this.look();
    else {
      this.fault.className = "said stop";
      this.fault.textContent = this.w({ 401: "expired", 404: "unknown" }[status] ?? "not-done");
    }
  }
}

customElements.define("infolinia-call-case", CallCase);
