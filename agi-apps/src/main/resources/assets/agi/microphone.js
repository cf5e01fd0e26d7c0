// Runs where sound is handled: hands on what the microphone hears, as it is.

class Microphone extends AudioWorkletProcessor {
  process([input]) {
    if (input[0]) this.port.postMessage(input[0].slice());
    return true;
  }
}

registerProcessor("infolinia-microphone", Microphone);
