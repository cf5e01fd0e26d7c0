// The drawing's size; the keys without loading the page anew.

const drawing = document.querySelector(".drawing");
const picture = drawing.querySelector("svg");
const size = { width: picture.viewBox.baseVal.width, height: picture.viewBox.baseVal.height };
let zoom = 1;

function resize(to) {
  const middle = (drawing.scrollTop + drawing.clientHeight / 2) / zoom;
  zoom = Math.min(3, Math.max(0.2, to));
  picture.style.width = `${size.width * zoom}px`;
  picture.style.height = `${size.height * zoom}px`;
  drawing.scrollTop = middle * zoom - drawing.clientHeight / 2;
}

const steps = {
  in: () => resize(zoom * 1.25),
  out: () => resize(zoom / 1.25),
  fit: () => resize((drawing.clientWidth - 4) / size.width),
};
document.querySelector(".zoom").hidden = false;
for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", steps[button.dataset.zoom]);
drawing.addEventListener("keydown", (event) => {
  if (event.key === "+" || event.key === "=") steps.in();
  else if (event.key === "-") steps.out();
  else return;
  event.preventDefault();
});
// Small enough to see where it goes, large enough to read.
resize(Math.max(0.8, Math.min(1, (drawing.clientWidth - 4) / size.width)));
// Begins where callers do.
const start = document.getElementById(drawing.dataset.start)?.getBBox();
if (start) drawing.scrollTop = (start.y + start.height / 2) * zoom - drawing.clientHeight / 2;
showLast();

function showLast() {
  const log = document.querySelector(".steps-scroll");
  log.scrollTop = log.scrollHeight;
}

/** Brings the other walk in place of this one; the drawing stays where it is. */
async function walk(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) {
    location.href = address;
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const there = document.getElementById("walk");
  there.replaceWith(page.getElementById("walk"));
  history.replaceState(null, "", address);
  showLast();
  document.querySelector("#keys button, #keys a")?.focus();
}

document.addEventListener("submit", (event) => {
  if (event.target.id !== "keys") return;
  event.preventDefault();
  const fields = new FormData(event.target);
  if (event.submitter?.name) fields.append(event.submitter.name, event.submitter.value);
  walk(`/ivr?${new URLSearchParams(fields)}`);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("#keys a.button");
  if (!link) return;
  event.preventDefault();
  walk(link.href);
});
