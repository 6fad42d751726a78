import { connect, createServer } from 'node:net';
import { Failure } from './say.mjs';

export const loopback = '127.0.0.1';

/** The usual port when it is free, else the next free one above it. */
export async function freePort(usual) {
  for (let port = usual; port < usual + 1000; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Failure(
    `no free port between ${usual} and ${usual + 999}`,
    'stop programs that are no longer needed',
  );
}

/** A port for a throw-away server: spread out, so that runs started at the same moment rarely meet. */
export function throwAwayPort() {
  // Below 32768, where Linux begins to give out ports to outgoing connections.
  return freePort(15_000 + Math.floor(Math.random() * 15_000));
}

export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** What a server says first to whoever connects; undefined when nothing answers in time. */
export function greeting(host, port, ms = 2000) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const done = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(ms, () => done(undefined));
    socket.once('error', () => done(undefined));
    socket.once('close', () => done(undefined));
    socket.once('data', (data) => done(data));
  });
}
