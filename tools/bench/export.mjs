/** A ledger of a hundred thousand findings of twenty thousand organizations, taken out as an Excel file (ALL-5: 10 s, 200 MB). */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import mysql from 'mysql2/promise';
import { id, fillTable } from './filling.mjs';
import { fillFindings, ORGANIZATIONS } from './ledger.mjs';
import { median, ms } from './measure.mjs';
import { Client, installation, residentMb } from './system.mjs';

const FINDINGS = 100_000;
const GOAL_MS = 10_000;
const GOAL_MB = 200;
const LOOK_EVERY_MS = 50;

export async function exporting(runs) {
  const { system } = await installation();
  await fill(system);
  const client = new Client(system.address);
  await client.signIn(system.folder, 'office');
  const taken = [];
  for (let run = 0; run < Math.min(runs, 3); run++) taken.push(await take(client, system));
  const times = taken.map(({ time }) => time);
  const grown = taken.map(({ megabytes }) => megabytes);
  const [{ bytes }] = taken;
  const what = `${FINDINGS.toLocaleString('en')} findings as Excel, ${(bytes / 1e6).toFixed(1)} MB`;
  const row = { raw: '', lowerIsBetter: true };
  return [
    { ...row, what, ours: ms(median(times)), ratio: median(times), goal: GOAL_MS },
    {
      what: 'processor time of all services meanwhile',
      ours: ms(median(taken.map(({ processor }) => processor))),
    },
    {
      ...row,
      what: 'memory that all services in one process grow by meanwhile',
      ours: grown.map((one) => `${one} MB`).join(', '),
      ratio: Math.max(...grown),
      goal: GOAL_MB,
    },
  ];
}

/** How long it takes, and by how much the processes grow meanwhile. */
async function take(client, { state }) {
  const resident = () => state.children.reduce((sum, { pid }) => sum + residentMb(pid), 0);
  const worked = () => state.children.reduce((sum, { pid }) => sum + processorMs(pid), 0);
  const [before, workedBefore] = [resident(), worked()];
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, resident())), LOOK_EVERY_MS);
  const began = performance.now();
  const bytes = await bytesOf(client);
  const time = performance.now() - began;
  clearInterval(looking);
  return { time, bytes, megabytes: most - before, processor: worked() - workedBefore };
}

/** In hundredths of a second, as Linux counts it. */
function processorMs(pid) {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * 10;
}

function bytesOf(client) {
  return new Promise((resolve, reject) => {
    const call = request(`${client.address}/api/v1/findings/export.xlsx`, { headers: client.headers });
    call.on('response', (response) => {
      let bytes = 0;
      response.on('data', (chunk) => (bytes += chunk.length));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`status ${response.statusCode}`)),
      );
    });
    call.on('error', reject);
    call.end();
  });
}

async function fill(system) {
  const connection = await mysql.createConnection({ uri: system.environment.XC_MYSQL_URL });
  await connection.query(`USE \`${system.environment.XC_PREFIX}_planning\``);
  await fillTable(connection, 'organization', ORGANIZATIONS, {
    id: id('n'),
    code: "CONCAT('bench-', n)",
    name: "CONCAT('演示村第', n, '号')",
    kind: "'village'",
    state: "'active'",
  });
  await connection.query(`USE \`${system.environment.XC_PREFIX}_onsite\``);
  await fillFindings(connection, FINDINGS);
  await connection.query('ANALYZE TABLE finding');
  await connection.end();
}
