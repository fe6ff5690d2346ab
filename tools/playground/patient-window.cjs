/**
 * Loaded before the Playground, to mend two faults by which messages are lost without a trace:
 *
 * 1. What the bot sent before the window was opened is handed over when the page opens its stream. When that comes
 *    before the page has read its configuration, it does not know the chat and drops everything. So the stream is
 *    held until the page introduces itself to the bot, which it does only after that.
 * 2. A page loaded anew has forgotten the old messages. An update of one of those breaks its stream, and what comes
 *    at the same moment is lost. So such an update is answered as for any message that is gone: 404.
 */
'use strict';
const http = require('node:http');

const STREAM = '/_ws_conversation/v1/conversations/stream';
const INTRODUCTION = /^\/_debug\/conversation\/[^/]+\/installation$/;
/** The Playground names messages by the millisecond in which they came. */
const UPDATE = /^\/_connector\/v3\/conversations\/[^/]+\/activities\/(\d{13})$/;
/** Longer than a page may wait for the bot (15 s). */
const PATIENCE_MS = 20_000;

let loading = false;
const held = new Set();
let streams = 0;
/** Messages from this instant on are known to every page: none was open, so they were kept for the first. */
let alone = Date.now();
let knownFrom = alone;

const emit = http.Server.prototype.emit;
http.Server.prototype.emit = function emitMended(event, request, ...rest) {
  const pass = () => emit.call(this, event, request, ...rest);
  if (event === 'upgrade' && request.url === STREAM) return hold(rest[0], pass);
  if (event !== 'request') return pass();
  if (request.method === 'GET' && request.url === '/') loading = true;
  if (request.method === 'POST' && INTRODUCTION.test(request.url)) release();
  const updated = request.method === 'PUT' ? UPDATE.exec(request.url)?.[1] : undefined;
  return updated !== undefined && Number(updated) < knownFrom ? gone(rest[0]) : pass();
};

function hold(socket, pass) {
  socket.on('error', () => socket.destroy());
  if (!loading) return open(socket, pass);
  const go = () => {
    clearTimeout(impatience);
    held.delete(go);
    open(socket, pass);
  };
  const impatience = setTimeout(go, PATIENCE_MS);
  held.add(go);
  return true;
}

function release() {
  loading = false;
  for (const go of [...held]) go();
}

function open(socket, pass) {
  if (socket.destroyed) return true;
  knownFrom = streams === 0 ? alone : Date.now();
  streams += 1;
  socket.once('close', () => {
    streams -= 1;
    if (streams === 0) alone = Date.now();
  });
  return pass();
}

function gone(answer) {
  answer.writeHead(404, { 'content-type': 'application/json' });
  answer.end(
    JSON.stringify({ error: { code: 'MessageNotFound', message: 'The window was loaded anew since.' } }),
  );
  return true;
}
