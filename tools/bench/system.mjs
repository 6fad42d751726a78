/** Measures of the whole system: a command through the gateway, a ledger page of a million findings, start and memory. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { Api } from '../../apps/scenarios/dist/replay/api.js';
import { Doors } from '../../apps/scenarios/dist/replay/doors.js';
import { dataFolder, root } from '../lib/checkout.mjs';
import { throwAwayServers } from '../servers.mjs';
import { Installation } from '../system/installation.mjs';
import { median, ms, paired, percentile, perSecond, rate } from './measure.mjs';

const CONNECTIONS = 32;
const REQUESTS = 3000;
const FINDINGS = 1_000_000;

/** One installation for all three, made at the first call. */
let made;
function installation() {
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

/** A page of findings of one state, from a random place, where the ledger holds a million. */
export async function ledger(runs) {
  const { system } = await installation();
  const client = new Client(system.address);
  await fillFindings(system);
  await client.signIn(system.folder, 'office');
  const times = [];
  let cursor;
  for (let page = 0; page < 60 * runs; page++) {
    const path = `/api/v1/findings?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const started = performance.now();
    const { status, body } = await client.send('GET', path);
    times.push(performance.now() - started);
    if (status !== 200) throw new Error(`status ${status}: ${JSON.stringify(body)}`);
    cursor = body.next;
  }
  return {
    what: `ledger page at ${FINDINGS.toLocaleString('en')} findings, p50 and p99`,
    ours: `${ms(median(times))}, ${ms(percentile(times, 99))}`,
  };
}

/** Copies of one real row; the ledger does not care who made them. */
async function fillFindings(system) {
  const connection = await mysql.createConnection({ uri: system.environment.XC_MYSQL_URL });
  const schema = `${system.environment.XC_PREFIX}_onsite`;
  await connection.query(`USE \`${schema}\``);
  const [columns] = await connection.query(
    'SELECT column_name AS name, data_type AS type, is_nullable AS nullable FROM information_schema.columns WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position',
    [schema, 'finding'],
  );
  const given = {
    site: "'330381'",
    id: 'UNHEX(CONCAT(LPAD(HEX(n), 12, "0"), "7000800000000000", LPAD(HEX(n), 4, "0")))',
    version: '1',
    state: "'confirmed'",
    classes: `'["violation:yes"]'`,
    five_see: "'{}'",
    paper_ids: "'[]'",
    disposals: "'[]'",
  };
  const filler = {
    binary: 'UNHEX(REPEAT("0", 32))',
    date: "'2017-05-04'",
    datetime: 'UTC_TIMESTAMP()',
    mediumtext: "'[]'",
    tinyint: '0',
    int: '0',
    bigint: '0',
  };
  const values = columns.map(
    ({ name, type, nullable }) =>
      given[name] ?? (nullable === 'YES' ? 'NULL' : (filler[type] ?? "CONCAT('x', n)")),
  );
  for (let start = 0; start < FINDINGS; start += 50_000)
    await connection.query(
      `INSERT INTO finding (${columns.map(({ name }) => name).join(', ')})
       SELECT ${values.join(', ')} FROM (SELECT seq AS n FROM seq_${start}_to_${start + 49_999}) AS numbers`,
    );
  await connection.end();
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

function residentMb(pid) {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024);
}

class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  #token;

  constructor(address) {
    this.address = address;
  }

  async signIn(folder, role) {
    const doors = new Doors(new Api(this.address), { address: this.address, dataFolder: folder });
    this.#token = await doors.token(await doors.demonstration(role, '330381'));
  }

  send(method, path, body) {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      };
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
