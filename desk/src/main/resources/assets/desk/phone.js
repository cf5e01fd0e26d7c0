// The telephone of the desk: <infolinia-phone>. Its markup comes with the page; parts are found by data-part, and what a
// button does by data-do. Words are in the page's element phone-words.
import { Line, dialled, readable } from './phone-line.js';
import { Sound } from './phone-sound.js';
import { Tab } from './phone-tab.js';
import { watch } from './phone-network.js';

const HEARTBEAT_MILLIS = 20_000;
const AGAIN_MILLIS = 5_000;
const PATIENCE_MILLIS = 10_000;
/** Asterisk's code for a queue to transfer to, before its name. */
const QUEUE = '*40';
const KEYS = { F2: 'answer', F4: 'end', F8: 'mute', F9: 'hold' };

class Phone extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(document.getElementById('phone-words').textContent);
    this.pageTitle = document.title;
    this.parts = Object.fromEntries([...this.querySelectorAll('[data-part]')].map(one => [one.dataset.part, one]));
    this.sound = new Sound();
    this.tab = new Tab();
    this.line = null;
    this.call = null;
    this.consultation = null;
    /** Why calls do not reach us, beside the line's own state; a word, or ''. */
    this.trouble = 'starting';
    if (!isSecureContext) {
      // Browsers give neither microphone nor locks to a page that came without TLS from another machine.
      this.parts.dials.disabled = true;
      this.rest('insecure');
      return;
    }
    this.listen();
    this.tab.ask(false);
    this.showDevices();
    this.show();
    this.openedFor();
  }

  listen() {
    this.addEventListener('click', event => {
      const button = event.target.closest('[data-do]');
      if (button) this.act(button.dataset.do, button);
    });
    this.addEventListener('submit', event => {
      event.preventDefault();
      this.act(event.target.dataset.submit, event.submitter);
    });
    this.addEventListener('change', event => {
      if (event.target.dataset.device) this.choose(event.target.dataset.device, event.target.value);
      // Nobody in particular can be asked in a queue.
      if (event.target === this.parts.colleague) this.parts.asks.disabled = event.target.value.startsWith(QUEUE);
    });
    document.addEventListener('keydown', event => {
      const what = KEYS[event.key];
      if (!what || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat || !this.call) return;
      event.preventDefault();
      this.act(what);
    });
    this.tab.addEventListener('got', () => this.take(false));
    this.tab.addEventListener('lost', () => this.rest('other-tab'));
    this.tab.addEventListener('waiting', () => this.rest('other-tab'));
    this.tab.addEventListener('busy', event => this.otherTab(event.detail));
    this.tab.addEventListener('dial', event => {
      event.preventDefault();
      this.clicked(event.detail);
    });
    this.sound.addEventListener('change', () => this.showDevices());
    this.sound.addEventListener('blocked', () => this.complain('no-sound'));
    document.addEventListener('infolinia-presence', event => this.recorded(event.detail));
    addEventListener('offline', () => this.line?.ask());
    addEventListener('online', () => this.line && !this.call && this.line.again());
    // In a call, other pages open beside this one, whose telephone it is.
    document.addEventListener('click', event => {
      const link = event.target.closest?.('a[href]');
      if (!link) return;
      if (this.call && !link.target && link.pathname !== location.pathname) {
        link.target = '_blank';
        link.dataset.beside = '';
      } else if (!this.call && 'beside' in link.dataset) {
        link.target = '';
        delete link.dataset.beside;
      }
    }, { capture: true });
    addEventListener('beforeunload', event => this.call && event.preventDefault());
    addEventListener('pagehide', () => {
      if (this.talking()) this.call.leave();
      this.line?.stop();
    });
    setInterval(() => this.beat(), HEARTBEAT_MILLIS);
    setInterval(() => this.showClocks(), 1000);
  }

  say(word, ...values) {
    return (this.words[word] ?? word).replace(/\{(\d)\}/g, (_, i) => values[i] ?? '');
  }

  /** For those who do not see the page. */
  tell(word, ...values) {
    this.parts.said.textContent = this.say(word, ...values);
  }

  // ---- the line

  ask(method, body) {
    return fetch('/desk/line', {
      method,
      body,
      headers: { 'X-Infolinia-Proof': this.dataset.proof, Accept: 'application/json' },
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
  }

  /** Gets a line for this page, and registers by it. */
  async take(takeOver) {
    if (this.call) {
      // The call goes on by the line that it has; the new one is taken when it is over.
      this.later = { takeOver };
      return;
    }
    this.rest('starting');
    let answer;
    try {
      answer = await this.ask('POST', new URLSearchParams(takeOver ? { takeOver: 'yes' } : {}));
    } catch {
      answer = null;
    }
    if (!this.tab.has) return;
    if (answer?.ok) {
      const line = new Line(await answer.json());
      this.line = line;
      this.trouble = '';
      line.addEventListener('change', () => this.line === line && this.lineChanged());
      line.addEventListener('call', event => this.line === line && this.rings(event.detail));
      line.start();
      this.allowMicrophone();
    } else if (answer?.status === 401) this.rest('signed-out');
    else if (answer?.status === 409) this.rest('other-computer');
    else {
      this.rest('no-line');
      setTimeout(() => this.trouble === 'no-line' && this.tab.has && this.take(takeOver), AGAIN_MILLIS);
    }
    this.show();
  }

  /** Is no telephone, for the reason given; once the call that goes on is over. */
  rest(trouble) {
    this.trouble = trouble;
    this.resting = true;
    if (!this.call) this.letGo();
    this.show();
  }

  letGo() {
    this.resting = false;
    this.line?.close();
    this.line = null;
  }

  lineChanged() {
    if (this.resting) return;
    if (this.line.state === 'refused') {
      // Somebody else has it, or the session is over: the server knows.
      this.trouble = 'refused';
      this.beat();
    } else if (this.line.state === 'registered') this.trouble = '';
    this.show();
  }

  /** Asks the server whether the line is still ours, which also keeps the session alive. */
  async beat() {
    if (!this.tab.has || !this.line || this.resting) return;
    let answer;
    try {
      answer = await this.ask('GET');
    } catch {
      return; // Our server is away for a while; Asterisk need not be.
    }
    if (answer.status === 401 || answer.type === 'opaqueredirect') this.rest('signed-out');
    else if (answer.ok && !(await answer.json()).held) this.rest('other-computer');
  }

  otherTab(busy) {
    if (this.trouble !== 'other-tab' && this.trouble !== 'other-tab-busy') return;
    this.trouble = busy ? 'other-tab-busy' : 'other-tab';
    this.show();
  }

  async allowMicrophone() {
    const permission = await this.sound.permission();
    if (permission === 'denied') this.complain('no-microphone');
    else if (permission === 'prompt') {
      await this.sound.microphone().then(stream => stream.getTracks().forEach(track => track.stop()), fault => this.noMicrophone(fault));
    }
    this.showDevices();
    if (navigator.userActivation && !navigator.userActivation.hasBeenActive && this.complaint !== 'no-microphone') {
      // Whoever reloads the page has not clicked in it: the browser would let nothing sound.
      this.complain('no-sound');
      // Not before the pointer is up: what is pressed would move away from under it.
      addEventListener('pointerup', () => this.hush('no-sound'), { once: true });
      addEventListener('keydown', () => this.hush('no-sound'), { once: true });
    }
  }

  noMicrophone(fault) {
    this.complain(fault.name === 'NotFoundError' ? 'missing-microphone' : 'no-microphone');
  }

  /** Something beside the line that wants mending. */
  complain(word) {
    this.complaint = word;
    this.show();
  }

  hush(word) {
    if (this.complaint === word) this.complain('');
  }

  // ---- calls

  rings(call) {
    this.begin(call);
    if (call.isBack) {
      // The conversation that this page was in before it was loaded anew, or lost its network.
      this.tell('tell.back', this.whom(call));
      this.act('answer');
      return;
    }
    this.sound.startRinging();
    this.tell('tell.rings', this.whom(call));
    this.notify(call);
    if (!typing()) this.parts.answer.focus();
  }

  begin(call) {
    this.call = call;
    this.tab.tell(true);
    this.closePanels();
    this.attach(call);
    this.stopWatching = watch(call, fault => this.showNetwork(fault));
  }

  attach(call) {
    call.addEventListener('change', () => {
      if (call.state === 'talking') {
        this.sound.stopRinging();
        this.notification?.close();
        if (call.stream) this.sound.hear(call.stream);
      }
      this.show();
    });
    call.addEventListener('stream', () => this.sound.hear(call.stream));
    call.addEventListener('end', event => this.ended(call, event.detail));
    this.show();
  }

  ended(call, { cause, code, ours }) {
    if (call === this.consultation) {
      this.consultation = null;
      if (this.call?.stream) this.sound.hear(this.call.stream);
    } else {
      this.sound.stopRinging();
      this.stopWatching?.();
      this.showNetwork('');
      this.notification?.close();
      this.consultation?.end();
      this.call = null;
      this.sound.quiet();
      this.tab.tell(false);
      if (this.resting) this.letGo();
      const { later } = this;
      this.later = null;
      if (later) this.take(later.takeOver);
    }
    this.closePanels();
    this.parts.last.textContent = this.say(call.wasTalking ? 'over' : ours ? (call.outgoing ? 'given-up' : 'declined') : this.why(call, cause, code), this.whom(call));
    this.tell('tell.over');
    this.show();
    if (!this.call && !typing()) this.parts.number.focus();
  }

  why(call, cause, code) {
    if (!call.outgoing) return 'missed';
    if (code === 486 || code === 600) return 'busy';
    if (code === 404 || code === 484) return 'no-such-number';
    if (code === 403 || code === 603) return 'not-allowed';
    if (code === 480 || code === 408 || code === 487) return 'no-answer';
    return 'failed';
  }

  async act(what, button) {
    try {
      await this[`do_${what}`]?.(button);
    } catch (fault) {
      if (fault instanceof DOMException) this.noMicrophone(fault);
      else {
        console.error(fault);
        this.parts.last.textContent = this.say('failed-act');
      }
    }
    this.show();
  }

  async do_answer() {
    if (this.call?.state !== 'ringing' || this.answering) return;
    this.answering = true;
    const call = this.call;
    try {
      this.sound.stopRinging();
      const microphone = await this.sound.microphone();
      if (this.call === call && call.state === 'ringing') call.answer(microphone);
      else microphone.getTracks().forEach(track => track.stop());
    } finally {
      this.answering = false;
    }
  }

  /** Asterisk's code for it: whoever has waited longest, said and then called. */
  do_callback() {
    return this.dial('*12');
  }

  do_end() {
    (this.consultation ?? this.call)?.end();
  }

  do_mute() {
    if (this.talking()) this.call.mute(!this.call.muted);
  }

  do_hold() {
    if (this.talking() && !this.consultation) this.call.hold(!this.call.held);
  }

  /** Whether the conversation is recorded, as Asterisk says; a pause that is forgotten ends by itself. */
  recorded({ recording, resumes, now }) {
    clearTimeout(this.resuming);
    const was = this.recording;
    this.recording = recording;
    if (resumes) this.resuming = setTimeout(() => this.recorded({ recording: 'on', now }), Math.max(0, resumes - now));
    if (was !== recording && was && ['on', 'paused'].includes(recording)) this.tell(`tell.recording.${recording}`);
    this.showRecording();
  }

  showRecording() {
    const state = this.recording || '';
    this.put(this.parts['recording-word'], this.say(state ? `recording.${state}` : 'recording'));
    this.parts.recording.setAttribute('aria-pressed', state === 'paused');
    this.parts.recording.disabled = state === 'none';
  }

  do_recording() {
    // *8 is Asterisk's code for it; an announcement tells both sides' state to the consultant.
    if (this.talking()) this.call.press('*8');
    if (!this.recording) this.tell('tell.recording');
  }

  do_keypad() {
    this.toggle('keys');
  }

  do_key(button) {
    if (!this.talking()) return;
    (this.consultation ?? this.call).press(button.value);
    this.parts.typed.value += button.value;
  }

  do_transfer() {
    if (!this.talking()) return;
    this.toggle('transfers');
    if (!this.parts.transfers.hidden) this.parts.to.focus();
  }

  async do_dial() {
    const number = dialled(this.parts.number.value);
    this.wrong('number', !number);
    if (number && (await this.dial(number))) this.parts.number.value = '';
  }

  /** A number clicked in some page: dialled, or typed in for later where that cannot be now. */
  clicked(number) {
    this.parts.number.value = number;
    this.act('dial');
  }

  /** A number clicked where no tab had a telephone is typed in; whoever clicked still has to say that it is to be dialled. */
  openedFor() {
    const number = dialled(new URLSearchParams(location.search).get('dial') ?? '');
    if (!number) return;
    this.parts.number.value = readable(number);
    history.replaceState(null, '', location.pathname);
  }

  /** Resolves to whether it dials: it does not in a call, or without a line. */
  async dial(number) {
    if (this.call || this.dialling || this.line?.state !== 'registered') return false;
    this.dialling = true;
    try {
      const microphone = await this.sound.microphone();
      // Somebody may have called meanwhile.
      if (this.call || this.line?.state !== 'registered') {
        microphone.getTracks().forEach(track => track.stop());
        return false;
      }
      this.begin(this.line.dial(number, microphone));
      return true;
    } finally {
      this.dialling = false;
    }
  }

  /** A number typed, or else the colleague chosen. */
  target() {
    const typed = this.parts.to.value.trim();
    const target = typed ? dialled(typed) : this.parts.colleague.value;
    this.wrong('to', !target);
    return target;
  }

  async do_hand(button) {
    if (button?.value === 'ask') return this.do_consult();
    const target = this.target();
    if (!target || !this.talking()) return;
    this.tell('tell.transfers');
    try {
      await this.call.transfer(target);
    } catch {
      this.parts.last.textContent = this.say('transfer-failed');
    }
  }

  async do_consult() {
    const target = this.target();
    if (!target || !this.talking() || this.consultation || this.dialling) return;
    this.dialling = true;
    try {
      // The caller is not to hear what is asked about them.
      if (!(await this.call.hold(true))) {
        this.parts.last.textContent = this.say('transfer-failed');
        return;
      }
      const microphone = await this.sound.microphone();
      // The caller may have hung up meanwhile.
      if (!this.talking() || !this.line) return microphone.getTracks().forEach(track => track.stop());
      this.consultation = this.line.dial(target, microphone);
      this.attach(this.consultation);
      this.parts.transfers.hidden = true;
    } finally {
      this.dialling = false;
    }
  }

  async do_connect() {
    if (this.consultation?.state !== 'talking') return;
    try {
      await this.call.transfer('', this.consultation);
    } catch {
      this.parts.last.textContent = this.say('transfer-failed');
    }
  }

  do_back() {
    this.consultation?.end();
    if (this.call?.held) this.call.hold(false);
  }

  do_takeover() {
    if (this.trouble === 'other-computer') this.take(true);
    else this.tab.ask(true);
  }

  do_signin() {
    location.href = '/sign-in?then=/desk';
  }

  do_allow() {
    this.complaint = '';
    return this.sound.microphone().then(stream => stream.getTracks().forEach(track => track.stop())).then(() => this.showDevices());
  }

  do_sound() {
    this.hush('no-sound');
  }

  /** Whom the call is with. */
  whom(call) {
    return call.name || readable(call.number) || this.say('withheld');
  }

  talking() {
    return this.call?.state === 'talking';
  }

  // ---- devices

  async choose(choice, device) {
    await this.sound.choose(choice, device);
    if (choice === 'microphone' && this.call?.microphone) await this.call.changeMicrophone(await this.sound.microphone());
  }

  async showDevices() {
    const devices = await this.sound.devices();
    for (const select of this.querySelectorAll('[data-device]')) {
      const choice = select.dataset.device;
      const known = devices[choice];
      select.replaceChildren(
        new Option(this.say('usual-device'), ''),
        ...known.map((one, i) => new Option(one.label || this.say('device', i + 1), one.deviceId)),
      );
      const chosen = this.sound.chosen[choice];
      select.value = known.some(one => one.deviceId === chosen) ? chosen : '';
    }
  }

  async do_test(button) {
    if (this.testing) {
      this.testing();
      return;
    }
    const stream = await this.sound.microphone();
    const stop = this.sound.meter(stream, level => (this.parts.level.value = level));
    this.parts.level.hidden = false;
    button.setAttribute('aria-pressed', 'true');
    this.testing = () => {
      stop();
      stream.getTracks().forEach(track => track.stop());
      this.parts.level.hidden = true;
      button.setAttribute('aria-pressed', 'false');
      this.testing = null;
    };
    this.showDevices();
  }

  async do_ring() {
    await this.sound.startRinging();
    setTimeout(() => this.call?.state === 'ringing' || this.sound.stopRinging(), 2500);
  }

  async do_notifications() {
    await Notification.requestPermission();
  }

  notify(call) {
    if (!document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return;
    this.notification = new Notification(this.say('rings'), {
      body: this.whom(call),
      tag: 'infolinia-call',
      requireInteraction: true,
      icon: '/assets/site/icon.svg',
    });
    this.notification.addEventListener('click', () => window.focus());
  }

  // ---- what is seen

  toggle(part) {
    const open = this.parts[part].hidden;
    this.closePanels();
    this.parts[part].hidden = !open;
  }

  closePanels() {
    this.parts.keys.hidden = true;
    this.parts.transfers.hidden = true;
    this.parts.typed.value = '';
    this.parts.to.value = '';
    this.parts.colleague.value = '';
    this.wrong('to', false);
  }

  wrong(part, wrong) {
    this.parts[part].setAttribute('aria-invalid', wrong);
    this.parts[`${part}-fault`].hidden = !wrong;
    if (wrong) this.parts[part].focus();
  }

  show() {
    this.showLine();
    const call = this.call;
    const state = call?.state ?? 'none';
    document.title = state === 'ringing' ? `${this.say('rings')} – ${this.pageTitle}` : this.pageTitle;
    this.dataset.state = state;
    this.parts.call.hidden = !call;
    this.parts.dial.hidden = Boolean(call);
    if (call) {
      this.parts.state.textContent = this.say(call.held ? 'state.held' : call.muted ? 'state.muted' : `state.${state}`);
      this.parts.who.textContent = this.whom(call);
      this.parts.who2.textContent = call.name ? readable(call.number) : '';
      this.parts.answer.hidden = state !== 'ringing';
      this.parts['end-word'].textContent =
        this.say(state === 'ringing' ? 'reject' : state === 'calling' ? 'give-up' : 'hang-up');
      for (const button of this.querySelectorAll('[data-when=talking]')) button.hidden = state !== 'talking';
      this.parts.mute.setAttribute('aria-pressed', call.muted);
      this.parts.hold.setAttribute('aria-pressed', call.held);
      this.parts.hold.disabled = Boolean(this.consultation);
      this.parts.transfer.disabled = Boolean(this.consultation);
      this.parts.keypad.setAttribute('aria-expanded', !this.parts.keys.hidden);
      this.parts.transfer.setAttribute('aria-expanded', !this.parts.transfers.hidden);
    }
    this.parts.consultation.hidden = !this.consultation;
    if (this.consultation) {
      const colleague = [...this.parts.colleague.options].find(one => one.value === this.consultation.number);
      this.parts.asked.textContent = colleague?.text ?? readable(this.consultation.number);
      this.parts['asked-state'].textContent = this.say(`state.${this.consultation.state}`);
      this.parts.connect.disabled = this.consultation.state !== 'talking';
    }
    this.parts.notifications.hidden = !('Notification' in window) || Notification.permission !== 'default';
    this.showClocks();
  }

  showLine() {
    const state = this.trouble || this.line?.state || 'connecting';
    const reached = state === 'registered';
    this.dataset.line = reached ? 'registered' : 'not-registered';
    const { status, alert } = this.parts;
    status.className = `tag ${reached ? 'ok' : state === 'starting' || state === 'connecting' ? 'wait' : 'stop'}`;
    this.put(this.parts['status-word'], this.say(`line.${state}`));
    // Loud: nobody is to wait for calls that cannot come.
    const loud = !reached && state !== 'starting' && state !== 'connecting';
    const word = loud ? `alert.${state}` : this.complaint ? `alert.${this.complaint}` : '';
    alert.hidden = !word;
    this.put(this.parts['alert-word'], word && this.say(word));
    this.parts.takeover.hidden = !['other-tab', 'other-computer'].includes(loud ? state : '');
    this.parts.signin.hidden = !(loud && state === 'signed-out');
    this.parts.allow.hidden = loud || !['no-microphone', 'missing-microphone'].includes(this.complaint);
    this.parts.loud.hidden = loud || this.complaint !== 'no-sound';
    this.parts.number.disabled = !reached;
    this.parts.dials.disabled = !reached;
  }

  /** What has not changed is not written: it would be read out again. */
  put(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  showNetwork(measured) {
    this.call?.hears(this.call.state !== 'talking' || measured !== 'silent');
    // While it rings nothing comes back, and nothing is wrong with that.
    const fault = this.call?.state === 'talking' ? measured : '';
    this.parts.network.hidden = !fault;
    this.put(this.parts['network-word'], fault && this.say(`network.${fault}`));
  }

  showClocks() {
    if (this.call) this.parts.clock.textContent = clock(Date.now() - this.call.since);
    if (this.consultation) this.parts['asked-clock'].textContent = clock(Date.now() - this.consultation.since);
  }
}

/** Whether somebody is writing elsewhere, whose next key is not meant for the telephone. */
function typing() {
  return document.activeElement?.matches('input, textarea, select') ?? false;
}

function clock(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

customElements.define('infolinia-phone', Phone);
