// One sound at a time, by a button in a list.

const words = JSON.parse(document.getElementById("ivr-words").textContent);
const sound = new Audio();
let playing = null;

function still() {
  if (!playing) return;
  playing.setAttribute("aria-label", playing.dataset.name);
  playing.firstElementChild.className = "icon play";
  playing = null;
}

for (const button of document.querySelectorAll("button.listen")) {
  button.dataset.name = button.getAttribute("aria-label");
  button.addEventListener("click", () => {
    const again = playing === button;
    sound.pause();
    still();
    if (again) return;
    playing = button;
    button.setAttribute("aria-label", words.stop);
    button.firstElementChild.className = "icon square";
    sound.src = button.dataset.sound;
    sound.play().catch(still);
  });
}
sound.addEventListener("ended", still);
