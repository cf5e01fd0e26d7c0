// What live parts of pages share: asking for news, telling time, making elements.

/** Words of a page, from its JSON element, with arguments filled in as {0}. */
export function words(id) {
  const all = JSON.parse(document.getElementById(id).textContent);
  return (key, ...args) => {
    if (!(key in all)) throw new Error(`there is no word ${key}`);
    return all[key].replace(/\{(\d)\}/g, (_, n) => args[Number(n)] ?? "");
  };
}

/** In milliseconds: the server answers within half a minute though nothing is new. */
const LONGEST_ANSWER = 40_000;

/**
 * Asks again and again, each time from the version that was last told. Calls told(state) with each answer, lost(true)
 * when the server cannot be reached, lost(false) when it is again. With whileSeen, a tab that nobody sees asks nothing:
 * a browser has six connections for a site, and each that waits is one.
 */
export function follow(path, first, told, lost, whileSeen = false) {
  let seen = first;
  let failures = 0;
  const ask = async () => {
    while (whileSeen && document.hidden) {
      await new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));
    }
    try {
      const answer = await fetch(`${path}?seen=${seen}`, {
        headers: { Accept: "application/json" }, cache: "no-store", signal: AbortSignal.timeout(LONGEST_ANSWER),
      });
      if (answer.status === 401 || answer.redirected) {
        // The session is over: the page leads to the sign-in and back, once no caller would be cut off by it.
        lost(true);
        while (document.querySelector("infolinia-phone")?.call) await pause(1000);
        location.reload();
        return;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (state.version === seen) await pause(1000);
      seen = state.version;
      if (failures > 0) lost(false);
      failures = 0;
      told(state);
      ask();
    } catch (fault) {
      // Once may be a hiccup, but not so long a silence.
      failures += fault.name === "TimeoutError" ? 2 : 1;
      if (failures > 1) lost(true);
      setTimeout(ask, Math.min(10000, 500 * 2 ** Math.min(failures, 5)));
    }
  };
  ask();
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** Whether two states show the same, whatever their version and time. */
export function same(one, other) {
  const shown = (state) => JSON.stringify({ ...state, version: 0, now: 0 });
  return Boolean(one && other) && shown(one) === shown(other);
}

/** Says something to the server. Resolves to null when it was done, else to what the answer says. */
export async function say(path, proof, fields = {}) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "X-Infolinia-Proof": proof, Accept: "application/json" },
      body: new URLSearchParams(fields),
    });
    if (answer.ok) return null;
    return answer.status;
  } catch {
    return 0;
  }
}

/** Minutes and seconds from a moment to now; hours where there are some. */
export function clock(since, now) {
  const all = Math.max(0, Math.floor((now - since) / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const h = Math.floor(all / 3600);
  return `${h ? `${h}:${two(Math.floor(all / 60) % 60)}` : Math.floor(all / 60)}:${two(all % 60)}`;
}

/** An element with attributes and children; texts stay texts. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A number as people read it: Polish ones in threes, all others as they are. */
export function number(raw, hidden) {
  if (!raw) return hidden;
  const polish = /^(?:\+48)?(\d{3})(\d{3})(\d{3})$/.exec(raw);
  return polish ? `${polish[1]} ${polish[2]} ${polish[3]}` : raw;
}
