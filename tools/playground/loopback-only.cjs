/**
 * Loaded before the Playground, which by itself listens on all interfaces, reports to its maker and survives its parent:
 * here it listens on this machine only, reaches nothing but this machine, and ends when its parent is gone.
 */
'use strict';
const net = require('node:net');

const LOOPBACK = '127.0.0.1';
const THIS_MACHINE = new Set([LOOPBACK, 'localhost', '::1']);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenHere(first, ...rest) {
  if (isPort(first)) {
    return listen.call(this, first, ...(typeof rest[0] === 'string' ? rest : [LOOPBACK, ...rest]));
  }
  if (first !== null && typeof first === 'object' && isPort(first.port)) {
    return listen.call(this, { ...first, host: first.host || LOOPBACK }, ...rest);
  }
  return listen.call(this, first, ...rest);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function connectHere(...words) {
  const host = hostOf(words);
  if (host === undefined || THIS_MACHINE.has(host)) return connect.apply(this, words);
  process.nextTick(() => this.destroy(new Error(`Only this machine may be reached, not ${host}.`)));
  return this;
};

/** The host of any form of `connect`; Node itself passes its arguments as one list. */
function hostOf(words) {
  const [first, second] = Array.isArray(words[0]) ? words[0] : words;
  if (first !== null && typeof first === 'object') return first.host;
  return typeof second === 'string' ? second : undefined;
}

function isPort(value) {
  return typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
}

process.on('disconnect', () => process.exit(0));
