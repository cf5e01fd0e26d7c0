// One tab at a time has the telephone; another says so, and takes it when asked.

/** Of the lock that the tab with the telephone has, and of the channel by which tabs speak of it. */
export const NAME = 'infolinia-phone';

/**
 * Events: got, lost (to another tab), waiting (another tab has it), busy (and is in a call; detail: whether), dial (a number
 * was clicked in another tab; detail: the number; whoever dials it says so by preventDefault).
 */
export class Tab extends EventTarget {
  constructor() {
    super();
    this.has = false;
    this.busy = false;
    this.channel = new BroadcastChannel(NAME);
    this.channel.addEventListener('message', ({ data }) => {
      if (data === 'who' && this.has) this.tell();
      if (data?.dial && this.has) {
        const dial = new CustomEvent('dial', { detail: data.dial, cancelable: true });
        if (!this.dispatchEvent(dial)) this.channel.postMessage({ clicked: data.dial });
      }
      if (data?.busy !== undefined && !this.has) this.dispatchEvent(new CustomEvent('busy', { detail: data.busy }));
    });
  }

  /** @param steal whether to take it from the tab that has it */
  ask(steal) {
    navigator.locks.request(NAME, steal ? { steal: true } : { ifAvailable: true }, lock => {
      if (!lock) {
        this.dispatchEvent(new Event('waiting'));
        this.channel.postMessage('who');
        this.wait();
        return undefined;
      }
      return this.keep();
    }).catch(() => this.lose());
  }

  /** Until the tab that has it is closed. */
  wait() {
    if (this.waiting) return;
    const waiting = new AbortController();
    this.waiting = waiting;
    navigator.locks.request(NAME, { signal: waiting.signal }, () => {
      this.waiting = null;
      return this.keep();
    }).catch(() => waiting.signal.aborted || this.lose());
  }

  keep() {
    this.waiting?.abort();
    this.waiting = null;
    this.has = true;
    this.dispatchEvent(new Event('got'));
    return new Promise(done => (this.done = done));
  }

  /** Lets another tab have it that waits for it. */
  release() {
    if (!this.has) return;
    this.has = false;
    this.done();
  }

  lose() {
    if (!this.has) return;
    this.has = false;
    this.dispatchEvent(new Event('lost'));
    this.wait();
  }

  /** Tells the other tabs whether a call is going on here. */
  tell(busy = this.busy) {
    this.busy = busy;
    this.channel.postMessage({ busy });
  }
}
