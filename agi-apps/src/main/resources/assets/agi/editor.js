import { send, show } from "./send.js";

const LARGEST = 1_000_000;
/** How often it is looked whether a version is in force: about five minutes. */
const LOOKS = 600;

/** hotline.xml in a text area, with its line numbers; what is typed stays until it is saved. */
class Editor extends HTMLElement {
  connectedCallback() {
    this.at = (name) => this.querySelector(`[data-part=${name}]`);
    const all = JSON.parse(this.at("words").textContent);
    this.word = (key) => all[key];
    this.text = this.at("text");
    this.kept = this.dataset.changed ? null : this.text.value;
    this.mayEdit = Boolean(this.at("check"));
    this.text.addEventListener("input", () => this.edited());
    this.text.addEventListener("scroll", () => this.scrolled());
    for (const event of ["keyup", "click", "focus"]) this.text.addEventListener(event, () => this.placed());
    this.at("find").addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.find(event.shiftKey);
    });
    this.at("next").addEventListener("click", () => this.find(false));
    this.at("save").addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([this.text.value], { type: "application/xml" }));
      this.at("save").href = address;
      setTimeout(() => URL.revokeObjectURL(address), 10000);
    });
    this.at("check")?.addEventListener("click", () => this.check());
    this.at("file")?.addEventListener("change", (event) => this.open(event));
    this.addEventListener("click", (event) => this.pressed(event.target.closest("button")));
    addEventListener("beforeunload", (event) => {
      if (this.mayEdit && this.text.value !== this.kept) event.preventDefault();
    });
    this.numbered();
  }

  numbered() {
    const lines = this.text.value.split("\n").length;
    if (lines === this.lines) return;
    this.lines = lines;
    this.at("numbers").textContent = Array.from({ length: lines }, (_, i) => i + 1).join("\n");
    this.scrolled();
  }

  scrolled() {
    this.at("numbers").scrollTop = this.text.scrollTop;
  }

  placed() {
    const before = this.text.value.slice(0, this.text.selectionEnd).split("\n");
    this.at("place").textContent = `${before.length}:${before[before.length - 1].length + 1}`;
  }

  /** What was said of another text counts no more. */
  edited() {
    this.numbered();
    const put = this.at("put");
    if (put) put.disabled = true;
    this.at("verdict").classList.toggle("old", Boolean(this.at("verdict").firstElementChild?.dataset.done));
  }

  goTo(line, column) {
    const lines = this.text.value.split("\n");
    const at = lines.slice(0, line - 1).reduce((all, one) => all + one.length + 1, 0) + Math.max(0, column - 1);
    this.select(at, at + Math.max(0, (lines[line - 1]?.length ?? 0) - column + 1));
  }

  select(from, to) {
    this.text.focus();
    this.text.setSelectionRange(from, to);
    const lines = this.text.value.split("\n").length;
    const line = this.text.value.slice(0, from).split("\n").length;
    this.text.scrollTop = (line / lines) * this.text.scrollHeight - this.text.clientHeight / 2;
    this.text.scrollLeft = 0;
    this.placed();
  }

  find(backwards) {
    const what = this.at("find").value.toLowerCase();
    if (!what) return;
    const text = this.text.value.toLowerCase();
    const from = backwards ? this.text.selectionStart - 1 : this.text.selectionEnd;
    const there = backwards ? (from < 0 ? -1 : text.lastIndexOf(what, from)) : text.indexOf(what, from);
    const found = there >= 0 ? there : backwards ? text.lastIndexOf(what) : text.indexOf(what);
    const count = text.split(what).length - 1;
    this.at("found").textContent = count ? `${text.slice(0, found).split(what).length}/${count}` : this.word("not-found");
    if (found < 0) return;
    const focus = document.activeElement;
    this.select(found, found + what.length);
    if (focus === this.at("find")) focus.focus();
  }

  async open(event) {
    const [file] = event.target.files;
    event.target.value = "";
    if (!file) return;
    if (file.size > LARGEST) {
      alert(this.word("text-too-large"));
      return;
    }
    if (this.text.value !== this.kept && !confirm(this.word("replace"))) return;
    try {
      this.text.value = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
      this.edited();
    } catch {
      alert(this.word("no-text"));
    }
  }

  async check() {
    await this.ask("/ivr/hotline/check");
    this.at("verdict").firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  /** Sends the text; the answer is shown beside it. */
  async ask(where) {
    const asked = this.text.value;
    const buttons = this.querySelectorAll("[data-part=check], [data-part=put]");
    for (const button of buttons) button.disabled = true;
    const answer = await send(where, "text/plain;charset=utf-8", asked);
    await show(answer, this.at("verdict"), this.word);
    this.at("verdict").classList.remove("old");
    this.at("check").disabled = false;
    if (this.text.value !== asked) this.edited();
    return this.at("verdict").firstElementChild?.dataset ?? {};
  }

  async put() {
    const despite = this.at("despite");
    if (despite && !despite.checked) {
      despite.focus();
      return;
    }
    const text = this.text.value;
    const fields = new URLSearchParams({ digest: this.dataset.digest, unmet: despite ? "yes" : "no" });
    const { done, version, digest } = await this.ask(`/ivr/hotline?${fields}`);
    if (done !== "saved") return;
    this.kept = text;
    this.dataset.digest = digest;
    await this.comesIntoForce(version);
  }

  /** Announcements are spoken first, so that it may take a while. */
  async comesIntoForce(version) {
    let before;
    for (let looks = 0; looks < LOOKS; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (this.at("coming")?.closest("[data-version]").dataset.version !== version) return;
      try {
        const answer = await fetch("/ivr/hotline/state", { headers: { Accept: "application/json" }, cache: "no-store" });
        if (answer.status === 401 || answer.redirected) return;
        const state = await answer.json();
        const isInForce = state.version === version;
        // At first what is told may still be of the file before.
        const trouble = looks > 5 && !isInForce && state.trouble;
        this.at("coming").hidden = Boolean(isInForce || trouble);
        this.at("in-force").hidden = !isInForce;
        this.at("not-in-force").hidden = !trouble;
        this.at("not-in-force").querySelector("span").textContent = state.trouble;
        if (isInForce) return;
        before ??= state.version;
        if (state.version !== before) break;
      } catch {
        // The next look may find it.
      }
    }
    if (!this.at("coming")) return;
    this.at("not-yet").hidden = this.at("coming").hidden;
    this.at("coming").hidden = true;
  }

  pressed(button) {
    if (!button) return;
    if (button.dataset.line) this.goTo(Number(button.dataset.line), Number(button.dataset.column));
    else if (button.dataset.part === "put") this.put();
    else if (button.dataset.part === "mine") {
      this.dataset.digest = button.dataset.digest;
      this.check();
    }
  }
}

customElements.define("infolinia-editor", Editor);
