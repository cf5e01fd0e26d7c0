// What was typed into cases and is not on the server yet, kept by this browser for the one who typed it.

const BEGINNING = "infolinia.case.";
const KEPT_MILLIS = 7 * 24 * 3600 * 1000;

export class Drafts {
  /** @param me sign-in name of who types */
  constructor(me) {
    this.beginning = `${BEGINNING}${me}.`;
  }

  /** Whether the browser took it; it has only so much room. */
  keep(number, draft) {
    try {
      localStorage.setItem(this.beginning + number, JSON.stringify({ ...draft, at: Date.now() }));
      return true;
    } catch {
      // An older, shorter one would be taken for what was typed last.
      this.drop(number);
      return false;
    }
  }

  of(number) {
    return this.read(this.beginning + number);
  }

  drop(number) {
    try {
      localStorage.removeItem(this.beginning + number);
    } catch {
      // A browser that keeps nothing has nothing to drop.
    }
  }

  /** Numbers of the cases that have one; those that nobody came back to for a week are forgotten, whoever's they are. */
  numbers() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(BEGINNING));
      for (const key of keys) {
        if (!(Date.now() - this.read(key)?.at < KEPT_MILLIS)) localStorage.removeItem(key);
      }
      return keys.filter((key) => key.startsWith(this.beginning) && localStorage.getItem(key))
        .map((key) => key.slice(this.beginning.length)).sort();
    } catch {
      return [];
    }
  }

  read(key) {
    try {
      const draft = JSON.parse(localStorage.getItem(key));
      return draft && typeof draft.mine === "object" ? draft : null;
    } catch {
      return null;
    }
  }
}
