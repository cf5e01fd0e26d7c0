// Parts of a case, as elements: its contacts, its history, what waits for a choice.
import { clock, el } from "./live.js";

/** What people call it: the name of a code, or of a sign-in name. */
export function nameOf(entries, code) {
  return entries.find((one) => one.code === code)?.name ?? code;
}

/** A field's value as people read it. */
function shown(field, value, lists, w) {
  if (!value) return w("empty");
  if (field === "state") return w(`state.${value}`);
  const list = { category: lists.categories, outcome: lists.outcomes, assignee: lists.people }[field];
  return list ? nameOf(list, value) : value;
}

export function contactsOf(state, lists, w) {
  const story = (one) => [w(`contact.${one.outcome}`), one.title, nameOf(lists.people, one.consultant), one.talk ? clock(0, one.talk * 1000) : ""]
    .filter(Boolean).join(" · ");
  return el("section", {}, el("h3", { class: "pad" }, w("contacts")),
    state.contacts.length === 0 ? el("p", { class: "pad soft" }, w("no-contacts"))
      : el("ol", { class: "story" }, state.contacts.map((one) => el("li", {},
        el("time", { class: "num soft" }, one.at), el("span", { class: "icon phone", "aria-hidden": "true" }), el("span", {}, story(one))))));
}

export function changesOf(state, lists, w, open) {
  return el("details", { open }, el("summary", { class: "pad" }, w("changes", state.changes.length)),
    el("ol", { class: "story" },
      state.changes.map((one) => el("li", {},
        el("time", { class: "num soft" }, one.at), el("span", {}, ""),
        el("span", { class: "text" }, `${nameOf(lists.people, one.who)}, ${w(`field.${one.what}`)}: ${shown(one.what, one.was, lists, w)} → ${shown(one.what, one.became, lists, w)}`))),
      el("li", {}, el("time", { class: "num soft" }, state.opened), el("span", {}, ""), el("span", {}, w("opened-by", nameOf(lists.people, state.openedBy))))));
}

/** A field that two people wrote into; choose(true) takes the other's value. */
export function bothOf(field, theirs, lists, w, choose) {
  const name = w(`field.${field}`);
  return el("div", { class: "said wait stack", role: "group", "aria-label": name },
    el("p", {}, w("both", name)),
    el("p", { class: "text" }, shown(field, theirs, lists, w)),
    el("div", { class: "row" },
      el("button", { type: "button", "data-do": "theirs", onclick: () => choose(true) }, w("take-theirs")),
      el("button", { type: "button", "data-do": "mine", onclick: () => choose(false) }, w("keep-mine"))));
}

/** What the browser has kept of an earlier time. */
export function offerOf(at, mine, lists, w, restore, discard) {
  return el("div", { class: "said wait stack", role: "alert" },
    el("p", {}, w("offered", new Date(at).toLocaleString(document.documentElement.lang))),
    Object.entries(mine).map(([field, value]) =>
      el("p", { class: "text" }, el("b", {}, `${w(`field.${field}`)}: `), shown(field, value, lists, w))),
    el("div", { class: "row" },
      el("button", { type: "button", class: "main", "data-do": "restore", onclick: restore }, w("restore")),
      el("button", { type: "button", "data-do": "discard", onclick: discard }, w("discard"))));
}
