/** Measures of the whole system: a command through the gateway, start and memory. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Api } from '../../apps/scenarios/dist/replay/api.js';
import { Doors } from '../../apps/scenarios/dist/replay/doors.js';
import { dataFolder, root } from '../lib/checkout.mjs';
import { throwAwayServers } from '../servers.mjs';
import { Installation } from '../system/installation.mjs';
import { ms, paired, perSecond, rate } from './measure.mjs';

const CONNECTIONS = 32;
const REQUESTS = 3000;

/** One installation for all that need one, made at the first call. */
let made;
export function installation() {
  made ??= (async () => {
    const servers = await throwAwayServers('bench-system');
    const system = new Installation(join(dataFolder, 'bench-installation'), servers);
    const began = performance.now();
    await system.start();
    return { system, servers, bootMs: performance.now() - began };
  })();
  return made;
}
export async function release() {
  if (!made) return;
  const { system, servers } = await made;
  await system.stopServices();
  await servers.destroy();
  rmSync(system.folder, { recursive: true });
}

/** `POST /organizations` from HTTP to journal and back, beside the smallest Nest + Fastify application there is. */
export async function gateway(runs) {
  const { system } = await installation();
  const client = new Client(system.address);
  await client.signIn(system.folder, 'office');
  let serial = 0;
  const ours = () =>
    rate(REQUESTS, CONNECTIONS, async () => {
      const code = `bench-${process.pid}-${serial++}`;
      const { status } = await client.send('POST', '/api/v1/organizations', {
        code,
        name: '演示单位',
        kind: 'municipalUnit',
      });
      if (status !== 200) throw new Error(`status ${status}`);
    });
  const hello = await startHello();
  const plain = new Client(hello.address);
  const raw = () => rate(REQUESTS, CONNECTIONS, () => plain.send('GET', '/'));
  try {
    const found = await paired(runs, ours, raw);
    return {
      what: 'gateway command end to end / Nest + Fastify hello',
      ours: `${perSecond(found.ours)} beside ${perSecond(found.raw)}, ratio ${found.ratio.toFixed(2)}`,
    };
  } finally {
    hello.close();
  }
}

/** In a process of its own, as the gateway is. */
async function startHello() {
  const child = spawn(process.execPath, [join(root, 'tools/bench/hello.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await new Promise((resolve) =>
    child.stdout.once('data', (text) => resolve([String(text).trim()])),
  );
  return { address: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

/** From an empty database to a healthy system; memory of all services in one process after that. */
export async function boot() {
  const { system, bootMs } = await installation();
  await system.stopServices();
  const began = performance.now();
  await system.start();
  const again = performance.now() - began;
  const resident = system.state.children.reduce((sum, { pid }) => sum + residentMb(pid), 0);
  return [
    { what: 'start with empty databases, all services in one process', ours: ms(bootMs) },
    { what: 'start again, all services in one process', ours: ms(again) },
    { what: 'memory of all services in one process after start', ours: `${resident} MB` },
  ];
}

export function residentMb(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}

export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  #token;

  constructor(address) {
    this.address = address;
  }

  async signIn(folder, role) {
    const doors = new Doors(new Api(this.address), { address: this.address, dataFolder: folder });
    this.#token = await doors.token(await doors.demonstration(role, '330381'));
  }

  get headers() {
    return this.#token ? { authorization: `Bearer ${this.#token}` } : {};
  }

  send(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', ...this.headers };
      const call = request(`${this.address}${path}`, { method, agent: this.#agent, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode, body: text.startsWith('{') ? JSON.parse(text) : text });
        });
      });
      call.on('error', reject);
      call.end(body && JSON.stringify(body));
    });
  }
}
