import { send, show } from "./send.js";

/** Seconds; the server takes no longer ones. */
const LONGEST = 300;
const LARGEST = 50_000_000;

/** Records by the microphone, or takes a file; nothing is sent before it was listened to and kept. */
class Recorder extends HTMLElement {
  connectedCallback() {
    const all = JSON.parse(document.getElementById("ivr-words").textContent);
    this.word = (key) => all[key];
    this.at = (name) => this.querySelector(`[data-part=${name}]`);
    this.at("record").addEventListener("click", () => (this.stop ? this.stop() : this.record()));
    this.at("keep").addEventListener("click", () => this.keep(this.sound, ""));
    this.at("discard").addEventListener("click", () => this.made(null));
    this.at("file").addEventListener("change", (event) => {
      const [file] = event.target.files;
      event.target.value = "";
      if (file) this.keep(file, file.name);
    });
    addEventListener("beforeunload", (event) => {
      if (this.sound || this.stop) event.preventDefault();
    });
  }

  disconnectedCallback() {
    this.stop?.();
  }

  tell(key) {
    const said = document.createElement("p");
    said.className = "said stop";
    said.setAttribute("role", "alert");
    said.textContent = this.word(key);
    this.at("said").replaceChildren(said);
  }

  async record() {
    const button = this.at("record");
    button.disabled = true;
    this.at("said").replaceChildren();
    let stream;
    let context;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: false, autoGainControl: false, noiseSuppression: false, channelCount: 1 },
      });
      context = new AudioContext();
      await context.audioWorklet.addModule("/assets/agi/microphone.js");
      this.listen(stream, context);
    } catch {
      for (const track of stream?.getTracks() ?? []) track.stop();
      context?.close();
      this.tell(stream ? "unreachable" : "no-microphone");
    } finally {
      button.disabled = false;
      button.focus();
    }
  }

  listen(stream, context) {
    const microphone = new AudioWorkletNode(context, "infolinia-microphone", { numberOfOutputs: 0 });
    context.createMediaStreamSource(stream).connect(microphone);
    const heard = [];
    let samples = 0;
    this.stop = () => {
      this.stop = null;
      for (const track of stream.getTracks()) track.stop();
      context.close();
      this.at("level").value = 0;
      this.at("record-words").textContent = this.word("record");
      if (samples > 0) this.made(new Blob([wav(heard, samples, context.sampleRate)], { type: "audio/wav" }));
    };
    microphone.port.onmessage = ({ data }) => {
      if (!this.stop) return;
      heard.push(data);
      samples += data.length;
      const seconds = samples / context.sampleRate;
      this.at("clock").textContent = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
      let loudest = 0;
      for (const sample of data) loudest = Math.max(loudest, Math.abs(sample));
      this.at("level").value = Math.max(loudest, this.at("level").value * 0.95);
      if (seconds >= LONGEST) this.stop();
    };
    this.at("record-words").textContent = this.word("finish");
    this.made(null);
  }

  /** Something to be listened to; null: nothing any more. */
  made(sound) {
    if (this.address) URL.revokeObjectURL(this.address);
    this.sound = sound;
    this.address = sound ? URL.createObjectURL(sound) : null;
    this.at("made").hidden = !sound;
    if (sound) {
      this.at("heard").src = this.address;
      this.at("keep").focus();
    } else {
      this.at("heard").removeAttribute("src");
    }
  }

  async keep(sound, name) {
    if (sound.size > LARGEST) {
      this.tell("too-large");
      return;
    }
    const buttons = this.querySelectorAll("button, input");
    for (const button of buttons) button.disabled = true;
    const path = `${this.dataset.sound}?${new URLSearchParams({ name, said: this.dataset.said })}`;
    const answer = await send(path, "application/octet-stream", sound);
    for (const button of buttons) button.disabled = false;
    if (answer?.ok) {
      this.sound = null;
      location.href = `${this.dataset.page}?done=recorded`;
      return;
    }
    await show(answer, this.at("said"), this.word);
  }
}

/** 16 bits, mono, as it came. */
function wav(parts, samples, rate) {
  const file = new DataView(new ArrayBuffer(44 + samples * 2));
  const tag = (at, word) => [...word].forEach((sign, i) => file.setUint8(at + i, sign.charCodeAt(0)));
  tag(0, "RIFF");
  file.setUint32(4, 36 + samples * 2, true);
  tag(8, "WAVEfmt ");
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, rate, true);
  file.setUint32(28, rate * 2, true);
  file.setUint16(32, 2, true);
  file.setUint16(34, 16, true);
  tag(36, "data");
  file.setUint32(40, samples * 2, true);
  let at = 44;
  for (const part of parts) {
    for (const sample of part) {
      file.setInt16(at, Math.max(-1, Math.min(1, sample)) * 32767, true);
      at += 2;
    }
  }
  return file.buffer;
}

customElements.define("infolinia-recorder", Recorder);
