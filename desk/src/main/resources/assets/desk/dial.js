// A number that is clicked is dialled by the telephone of whichever tab has it.
import { el } from "./live.js";
import { NAME } from "./phone-tab.js";

/** A tab that nobody sees may be slow to answer. */
const PATIENCE_MILLIS = 5000;

/** By the telephone in this page or in another tab; where there is none, the desk opens with the number typed in. */
async function dial(number) {
  const here = document.querySelector("infolinia-phone");
  if (here?.tab.has) {
    here.clicked(number);
    return;
  }
  const typed = `/desk?dial=${encodeURIComponent(number)}`;
  // A page that came without TLS from another machine has no locks, and none of its tabs a telephone; the desk says so.
  const { held } = (await navigator.locks?.query()) ?? { held: [] };
  if (!held.some(({ name }) => name === NAME)) {
    location.assign(typed);
    return;
  }
  const channel = new BroadcastChannel(NAME);
  const nobody = setTimeout(() => {
    channel.close();
    location.assign(typed);
  }, PATIENCE_MILLIS);
  channel.addEventListener("message", ({ data }) => {
    if (data?.clicked !== number) return;
    clearTimeout(nobody);
    channel.close();
  });
  channel.postMessage({ dial: number });
}

// In pages that come whole from the server: <button data-dial="NUMBER">.
document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("button[data-dial]");
  if (button) dial(button.dataset.dial);
});

/**
 * A button that dials; null where browsers are no telephones.
 *
 * @param name   what it says to those who do not see it
 * @param number asked when it is clicked
 */
export function dials(name, number) {
  if (!("telephone" in document.body.dataset)) return null;
  return el("button", { type: "button", "aria-label": name, title: name, onclick: () => dial(number()) },
    el("span", { class: "icon phone-outgoing" }));
}
