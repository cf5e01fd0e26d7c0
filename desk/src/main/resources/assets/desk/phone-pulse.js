// A worker that beats each so many milliseconds, once told how many: a page that nobody sees has its own timers run once
// a minute, its workers' run on.
addEventListener('message', ({ data }) => setInterval(() => postMessage('beat'), data));
