// Sending what must not be lost: a text, a recording. The page keeps it until the server has it.

/** The answer; null when the session is over, undefined when the server cannot be reached. */
export async function send(path, type, body) {
  try {
    // With the proof of the session as it is now: whoever signs in again in another tab goes on here.
    const own = await fetch("/password", { headers: { Accept: "text/html" }, redirect: "manual", cache: "no-store" });
    if (own.status >= 500) return own;
    const page = own.ok && new DOMParser().parseFromString(await own.text(), "text/html");
    const now = page && page.querySelector("[name=proof]")?.value;
    if (!now) return null;
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": type, "X-Infolinia-Proof": now, Accept: "text/html, application/json" },
      body,
    });
    return answer.status === 401 ? null : answer;
  } catch {
    return undefined;
  }
}

/** Shows what an answer says, or why there is none; both in an element that is told as it changes. */
export async function show(answer, place, word) {
  if (answer) {
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    // A whole page tells of a fault; its heading and sentence are what is of interest here.
    const told = page.querySelector("main") ?? page.body;
    place.replaceChildren(...told.childNodes);
    return;
  }
  const said = document.createElement("p");
  said.className = "said stop";
  said.setAttribute("role", "alert");
  said.textContent = word(answer === null ? "expired" : "unreachable");
  if (answer === null) {
    const link = document.createElement("a");
    link.href = "/sign-in";
    link.target = "_blank";
    link.textContent = word("sign-in");
    said.append(" ", link);
  }
  place.replaceChildren(said);
}
