// Microphone, headset and the device that rings; knows neither calls nor the page.

const CHOICES = ['microphone', 'headset', 'ringer'];
const RATE = 8000;

/** A wav of one ring, a second of two tones that swell and fade, and the pause behind it. */
function ring() {
  const samples = RATE * 3;
  const wav = new DataView(new ArrayBuffer(44 + samples * 2));
  const write = (at, text) => [...text].forEach((letter, i) => wav.setUint8(at + i, letter.charCodeAt(0)));
  write(0, 'RIFF');
  wav.setUint32(4, 36 + samples * 2, true);
  write(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, RATE, true);
  wav.setUint32(28, RATE * 2, true);
  wav.setUint16(32, 2, true);
  wav.setUint16(34, 16, true);
  write(36, 'data');
  wav.setUint32(40, samples * 2, true);
  for (let i = 0; i < RATE; i++) {
    const t = i / RATE;
    const swell = Math.sin(Math.PI * t) * (0.6 + 0.4 * Math.sin(2 * Math.PI * 12 * t));
    const tone = Math.sin(2 * Math.PI * 660 * t) + 0.5 * Math.sin(2 * Math.PI * 880 * t);
    wav.setInt16(44 + i * 2, 9000 * swell * tone, true);
  }
  return new Blob([wav], { type: 'audio/wav' });
}

/** Events: change (devices came or went), blocked (the browser wants a click before anything may sound). */
export class Sound extends EventTarget {
  constructor() {
    super();
    this.chosen = Object.fromEntries(CHOICES.map(choice => [choice, localStorage.getItem(`infolinia-${choice}`) ?? '']));
    this.headset = new Audio();
    this.headset.autoplay = true;
    this.ringer = new Audio(URL.createObjectURL(ring()));
    // The browser repeats it: a hidden page's own timers would be late.
    this.ringer.loop = true;
    navigator.mediaDevices?.addEventListener('devicechange', () => this.dispatchEvent(new Event('change')));
  }

  /** Devices by choice: microphones, and what sounds. */
  async devices() {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const of = kind => all.filter(one => one.kind === kind && one.deviceId && one.deviceId !== 'default');
    return { microphone: of('audioinput'), headset: of('audiooutput'), ringer: of('audiooutput') };
  }

  async choose(choice, device) {
    this.chosen[choice] = device;
    localStorage.setItem(`infolinia-${choice}`, device);
    await this.apply();
  }

  /** A device that has been unplugged gives way to the machine's own choice. */
  async apply() {
    for (const [element, device] of [[this.headset, this.chosen.headset], [this.ringer, this.chosen.ringer]]) {
      await element.setSinkId?.(device).catch(() => element.setSinkId(''));
    }
  }

  async microphone() {
    const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    const device = this.chosen.microphone;
    try {
      return await navigator.mediaDevices.getUserMedia({ audio: { ...wanted, ...(device && { deviceId: { exact: device } }) } });
    } catch (fault) {
      if (!device || fault.name !== 'OverconstrainedError') throw fault;
      return navigator.mediaDevices.getUserMedia({ audio: wanted });
    }
  }

  /** Whether the microphone may be used: granted, denied or prompt. */
  async permission() {
    if (!navigator.mediaDevices) return 'denied';
    try {
      return (await navigator.permissions.query({ name: 'microphone' })).state;
    } catch {
      return 'prompt';
    }
  }

  hear(stream) {
    this.headset.srcObject = stream;
    this.play(this.headset);
  }

  quiet() {
    this.headset.srcObject = null;
  }

  startRinging() {
    this.ringer.currentTime = 0;
    return this.play(this.ringer);
  }

  stopRinging() {
    this.ringer.pause();
  }

  async play(element) {
    await this.apply();
    await element.play().catch(fault => {
      if (fault.name === 'NotAllowedError') this.dispatchEvent(new Event('blocked'));
    });
  }

  /** Calls back with how loud a stream is, 0 to 1, until the function it gives is called. */
  meter(stream, show) {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length;
      // From -60 dB, which is silence, to -10 dB, which is loud.
      show(Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 50)));
    }, 100);
    return () => {
      clearInterval(timer);
      context.close();
    };
  }
}
