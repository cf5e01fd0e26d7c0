// How the network treats a call, by the browser's own measurements.

const EVERY_MILLIS = 2000;
const LOST_SHARE = 0.05;
const JITTER_SECONDS = 0.06;
const ROUND_TRIP_SECONDS = 0.5;

/** Of two looks at a connection's figures: what became worse between them, or ''. */
export function fault(before, now) {
  if (!before) return '';
  const received = now.received - before.received;
  const lost = Math.max(0, now.lost - before.lost);
  if (received === 0) return 'silent';
  if (lost / (received + lost) > LOST_SHARE || now.lostThere > LOST_SHARE) return 'lossy';
  if (now.jitter > JITTER_SECONDS || now.roundTrip > ROUND_TRIP_SECONDS) return 'slow';
  return '';
}

/** The figures that matter of one connection. */
export async function figures(connection) {
  const found = { received: 0, sent: 0, lost: 0, lostThere: 0, jitter: 0, roundTrip: 0 };
  (await connection.getStats()).forEach(one => {
    if (one.type === 'inbound-rtp' && one.kind === 'audio') {
      found.received += one.packetsReceived ?? 0;
      found.lost += one.packetsLost ?? 0;
      found.jitter = one.jitter ?? 0;
    } else if (one.type === 'outbound-rtp' && one.kind === 'audio') {
      found.sent += one.packetsSent ?? 0;
    } else if (one.type === 'remote-inbound-rtp') {
      found.roundTrip = one.roundTripTime ?? 0;
      found.lostThere = one.fractionLost ?? 0;
    }
  });
  return found;
}

/** Calls back with the fault, or '', every two seconds of a call until the function it gives is called. */
export function watch(call, show) {
  let before = null;
  const timer = setInterval(async () => {
    if (!call.connection || call.held) {
      if (before) show('');
      before = null;
      return;
    }
    const now = await figures(call.connection);
    show(fault(before, now));
    before = now;
  }, EVERY_MILLIS);
  return () => clearInterval(timer);
}
