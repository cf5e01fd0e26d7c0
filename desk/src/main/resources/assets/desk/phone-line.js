// One line at Asterisk: registered or not, and the calls on it. Knows SIP, by JsSIP; knows no page.
import { UA, WebSocketInterface } from './jssip.js';

const HOLD_TRIES = 50;
const HOLD_AGAIN_MILLIS = 100;
// Identifies nothing: Asterisk knows the line by its name alone.
const DOMAIN = 'infolinia';
// Half of it has to be longer than a minute: hidden pages have their timers run once a minute.
const EXPIRES_SECONDS = 150;
const ASK_MILLIS = 10_000;
const ANSWER_MILLIS = 5_000;
const LOST_MILLIS = 3_000;
const ATTEMPT_MILLIS = 8_000;
// More than after which Asterisk itself takes a conversation for lost.
const SILENT_MILLIS = 8_000;
const AGAIN_MILLIS = 10_000;
const GATHERING_MILLIS = 400;
const RINGING_SECONDS = 90;
// One for the page's life: our server, from which it comes, may be away when a line begins anew.
const pulse = new Worker(new URL('./phone-pulse.js', import.meta.url));
pulse.postMessage(LOST_MILLIS);

/** A number as people write it, as it is dialled; empty for what is none. */
export function dialled(text) {
  const number = text.replace(/[\s()\-/.]/g, '');
  return /^[+*]?[0-9#*]{1,31}$/.test(number) ? number : '';
}

/** A number as people read it: Polish ones without the country's code, in groups. */
export function readable(number) {
  const [, polish] = /^(?:\+48)?([1-9]\d{8})$/.exec(number) ?? [];
  return polish ? polish.replace(/(\d{3})(?=\d)/g, '$1\u00a0') : number;
}

/** One call. Events: change (its state, or whether it is held, muted), end (detail: cause), stream (the other side's). */
export class Call extends EventTarget {
  constructor(session, outgoing, microphone) {
    super();
    this.session = session;
    this.outgoing = outgoing;
    this.microphone = microphone;
    this.state = outgoing ? 'calling' : 'ringing';
    this.since = Date.now();
    this.held = false;
    this.muted = false;
    /** Since when no sound has come, where whoever measures says so; else 0. */
    this.silentSince = 0;
    this.stream = null;
    const from = session.remote_identity;
    this.number = from.uri.user ?? '';
    this.name = from.display_name && from.display_name !== this.number ? from.display_name : '';
    if (session.connection) this.hear(session.connection);
    session.on('peerconnection', event => this.hear(event.peerconnection));
    let gathering = 0;
    session.on('icecandidate', event => {
      // The first is the one that works, on a machine or a network of one's own; nobody waits for the rest.
      gathering ||= setTimeout(event.ready, GATHERING_MILLIS);
    });
    session.on('accepted', () => this.becomes('talking'));
    session.on('hold', event => event.originator === 'local' && this.holds(true));
    session.on('unhold', event => event.originator === 'local' && this.holds(false));
    session.on('ended', event => this.ends(event));
    session.on('failed', event => this.ends(event));
  }

  hear(connection) {
    if (this.connection === connection) return;
    this.connection = connection;
    connection.addEventListener('track', event => {
      this.stream = event.streams[0] ?? new MediaStream([event.track]);
      this.dispatchEvent(new Event('stream'));
    });
  }

  becomes(state) {
    if (this.state === 'ended' || this.state === state) return;
    this.state = state;
    this.since = Date.now();
    this.dispatchEvent(new Event('change'));
  }

  holds(held) {
    this.held = held;
    this.dispatchEvent(new Event('change'));
  }

  ends(event) {
    if (this.state === 'ended') return;
    this.wasTalking = this.state === 'talking';
    this.state = 'ended';
    this.letGoOfMicrophone();
    this.dispatchEvent(
      new CustomEvent('end', { detail: { cause: event.cause, code: event.message?.status_code, ours: event.originator === 'local' } }),
    );
  }

  answer(microphone) {
    this.microphone = microphone;
    this.session.answer({ mediaStream: microphone, pcConfig: { iceServers: [] }, sessionTimersExpires: 1800 });
  }

  /** Hangs up, declines or gives up, whichever it is. */
  end() {
    if (this.session.isEnded()) return;
    const ringing = this.state === 'ringing';
    this.session.terminate(ringing ? { status_code: 480, reason_phrase: 'Declined by the consultant' } : {});
  }

  hears(sound) {
    this.silentSince = sound ? 0 : this.silentSince || Date.now();
  }

  isSilent() {
    return this.silentSince > 0 && Date.now() - this.silentSince > SILENT_MILLIS;
  }

  /** The page goes, the conversation is to stay: Asterisk holds the other side until a page is back. */
  leave() {
    if (!this.session.isEnded()) this.session.terminate({ extraHeaders: ['Reason: Q.850;cause=44'] });
  }

  mute(muted) {
    if (muted) this.session.mute({ audio: true });
    else this.session.unmute({ audio: true });
    this.muted = muted;
    this.dispatchEvent(new Event('change'));
  }

  /** While the last change is still being agreed on, the next cannot be offered: it is, as soon as it can. */
  async hold(held) {
    this.wanted = held;
    for (let tries = 0; tries < HOLD_TRIES && this.wanted === held && !this.session.isEnded(); tries += 1) {
      if (this.held === held || (held ? this.session.hold() : this.session.unhold())) return true;
      await new Promise(done => setTimeout(done, HOLD_AGAIN_MILLIS));
    }
    return this.held === held;
  }

  press(keys) {
    this.session.sendDTMF(keys, { transportType: 'RFC2833', duration: 120, interToneGap: 80 });
  }

  /** Hands the other side over to a number or a colleague's name; given another call, to whom that is with. */
  transfer(target, consultation) {
    return new Promise((done, refused) => {
      this.session.refer(consultation ? consultation.session.remote_identity.uri : `sip:${encodeURIComponent(target)}@${DOMAIN}`, {
        replaces: consultation?.session,
        eventHandlers: {
          requestSucceeded: () => consultation || done(),
          accepted: done,
          requestFailed: refused,
          failed: refused,
        },
      });
    }).then(() => this.end());
  }

  async changeMicrophone(microphone) {
    const sender = this.connection?.getSenders().find(one => one.track?.kind === 'audio');
    const [track] = microphone.getAudioTracks();
    track.enabled = !this.muted && !this.held;
    await sender?.replaceTrack(track);
    this.letGoOfMicrophone();
    this.microphone = microphone;
  }

  letGoOfMicrophone() {
    this.microphone?.getTracks().forEach(track => track.stop());
    this.microphone = null;
  }
}

/** Events: change (whether calls reach us), call (detail: an incoming Call). */
export class Line extends EventTarget {
  /** @param given what /desk/line answered */
  constructor(given) {
    super();
    this.given = given;
    this.state = 'connecting';
    this.calls = [];
    this.asking = () => {
      if (this.state !== 'registered' || Date.now() - this.asked >= ASK_MILLIS) this.ask();
    };
  }

  start() {
    const agent = new UA({
      sockets: [new WebSocketInterface(this.given.webSocket)],
      uri: `sip:${this.given.user}@${DOMAIN}`,
      password: this.given.secret,
      display_name: this.given.user,
      register_expires: EXPIRES_SECONDS,
      session_timers: true,
      user_agent: 'Infolinia desk',
      no_answer_timeout: RINGING_SECONDS,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 8,
    });
    const ours = () => this.agent === agent;
    this.agent = agent;
    agent.on('registered', () => ours() && this.becomes('registered'));
    // JsSIP says so of a registration that was refused, too.
    agent.on('unregistered', () => ours() && this.state !== 'refused' && this.becomes('lost'));
    agent.on('disconnected', () => ours() && this.becomes('lost'));
    agent.on('registrationFailed', event => {
      if (!ours()) return;
      this.becomes([401, 403, 404].includes(event.response?.status_code) ? 'refused' : 'lost');
      setTimeout(() => ours() && agent.isConnected() && agent.register(), AGAIN_MILLIS);
    });
    agent.on('newRTCSession', event => ours() && event.originator === 'remote' && this.incoming(event.session, event.request));
    agent.start();
    this.begun = Date.now();
    this.asked = this.begun;
    pulse.addEventListener('message', this.asking);
  }

  /** A connection that is there and carries nothing does not say so itself: whoever is not answered is not reached. */
  ask() {
    const agent = this.agent;
    if (!agent || this.state === 'refused') return;
    if (!agent.isConnected()) {
      // An attempt that was begun without a network may hang for minutes after it is back.
      if (this.state !== 'registered' && Date.now() - this.begun > ATTEMPT_MILLIS) this.renew();
      return;
    }
    if (this.state === 'connecting') return;
    this.asked = Date.now();
    const late = setTimeout(() => this.agent === agent && this.unanswered(), ANSWER_MILLIS);
    const answered = event => {
      clearTimeout(late);
      if (this.agent !== agent) return;
      if (!event.response) this.unanswered();
      else if (agent.isRegistered()) this.becomes('registered');
    };
    agent.sendOptions(`sip:${DOMAIN}`, null, { eventHandlers: { succeeded: answered, failed: answered } });
  }

  /** Once may be a bad line, over which a call may just be coming. */
  unanswered() {
    const again = this.state === 'lost';
    this.becomes('lost');
    if (again || this.calls.length > 0) this.renew();
  }

  /** A call keeps the connection that it has, unless no sound comes either: Asterisk has lost it then, and gives it back. */
  renew() {
    if (this.calls.length > 0 && !this.calls.some(call => call.isSilent())) return;
    [...this.calls].forEach(call => call.leave());
    this.again('lost');
  }

  again(state = 'connecting') {
    this.stop();
    if (this.closed) return;
    this.becomes(state);
    this.start();
  }

  /** For good: it is not to be a line again. */
  close() {
    this.closed = true;
    this.stop();
  }

  stop() {
    pulse.removeEventListener('message', this.asking);
    const agent = this.agent;
    this.agent = null;
    agent?.stop();
  }

  becomes(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }

  incoming(session, request) {
    const isBack = request.getHeader('X-Infolinia-Back') === '1';
    // Asterisk has lost that conversation and makes it anew: what is left of it here is dead.
    if (isBack) [...this.calls].forEach(call => call.end());
    if (this.calls.length > 0) {
      session.terminate({ status_code: 486 });
      return;
    }
    const call = this.keep(new Call(session, false, null));
    call.isBack = isBack;
    this.dispatchEvent(new CustomEvent('call', { detail: call }));
  }

  /** @param target a number as dialled, or a colleague's name */
  dial(target, microphone) {
    const session = this.agent.call(`sip:${encodeURIComponent(target)}@${DOMAIN}`, {
      mediaStream: microphone,
      pcConfig: { iceServers: [] },
      sessionTimersExpires: 1800,
    });
    return this.keep(new Call(session, true, microphone));
  }

  keep(call) {
    this.calls.push(call);
    call.addEventListener('end', () => this.calls.splice(this.calls.indexOf(call), 1));
    return call;
  }
}
