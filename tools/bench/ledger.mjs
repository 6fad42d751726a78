/** What a ledger asks, where it holds a million findings of twenty rounds and twenty thousand organizations (ui.md: instant at 10⁶ rows). */
import mysql from 'mysql2/promise';
import { searchedText, wordsOf } from '../../libs/service-kit/dist/search/words.js';
import { fillTable, hex, id, oneOf, SITE, uuid } from './filling.mjs';
import { median, ms, percentile } from './measure.mjs';
import { Client, installation } from './system.mjs';

const FINDINGS = 1_000_000;
const ROUNDS = 20;
export const ORGANIZATIONS = 20_000;
const GOAL_MS = 300;
const AGGREGATE = 'onsite.finding';
const subjects = ['惠民补贴', '集体资产', '党费收缴', '公务接待', '工程招投标', '村务公开', '干部选任'];
const faults = [
  '公示不及时',
  '台账不全',
  '手续倒置',
  '超标准',
  '未经集体研究',
  '监督不到位',
  '整改不彻底',
  '把关不严',
];
const titleOf = (n) => `${subjects[n % subjects.length]}${faults[n % faults.length]}（第${n}项）`;

const search = (text) => `/findings/find?text=${encodeURIComponent(text)}`;

/** The address by the number of the asking, and what was answered before. */
const questions = [
  ['page of all', (_, last) => (last ? `/findings?cursor=${encodeURIComponent(last.next)}` : '/findings')],
  ['page of a round', (n) => `/findings?roundId=${uuid(n % ROUNDS)}`],
  ['page of an organization', (n) => `/findings?organizationId=${uuid((n * 37) % ORGANIZATIONS)}`],
  ['page of a state that few are in', () => '/findings?state=confirmed'],
  ['page of a state that none is in', () => '/findings?state=decided'],
  [
    'page of a round in a state that few are in',
    (n) => `/findings?roundId=${uuid(n % ROUNDS)}&state=confirmed`,
  ],
  ['counts of all', () => '/findings/counts'],
  ['counts of a round', (n) => `/findings/counts?roundId=${uuid(n % ROUNDS)}`],
  ['search for what is frequent', (n) => search(subjects[n % subjects.length])],
  ['search for one', (n) => search(`第${(n * 7919) % FINDINGS}项`)],
  ['search for what is nowhere', (n) => search(`无此事项${n}`)],
];

export async function ledger(runs) {
  const { system } = await installation();
  const client = new Client(system.address);
  await fill(system);
  await client.signIn(system.folder, 'office');
  const rows = [];
  for (const [what, address] of questions) {
    const times = await timesOf(client, address, 40 * runs);
    const slowest = percentile(times, 99);
    rows.push({
      what: `${what} at ${FINDINGS.toLocaleString('en')} findings, p50 and p99`,
      ours: `${ms(median(times))}, ${ms(slowest)}`,
      raw: '',
      ratio: slowest,
      goal: GOAL_MS,
      lowerIsBetter: true,
    });
  }
  return rows;
}

async function timesOf(client, address, asked) {
  const times = [];
  let last;
  for (let n = 0; n < asked; n++) {
    const started = performance.now();
    const { status, body } = await client.send('GET', `/api/v1${address(n, last)}`);
    times.push(performance.now() - started);
    if (status !== 200) throw new Error(`status ${status}: ${JSON.stringify(body)}`);
    last = body;
  }
  return times;
}

async function fill(system) {
  const connection = await mysql.createConnection({ uri: system.environment.XC_MYSQL_URL });
  await connection.query(`USE \`${system.environment.XC_PREFIX}_onsite\``);
  await fillFindings(connection, FINDINGS);
  await fillSearched(connection);
  await connection.query('ANALYZE TABLE finding, searched');
  await connection.end();
}

/** One in a thousand is not fed back yet. */
export async function fillFindings(connection, count) {
  await fillTable(connection, 'finding', count, {
    round_id: id(`n % ${ROUNDS}`),
    organization_id: id(`n % ${ORGANIZATIONS}`),
    inspection_id: id('n DIV 4'),
    state: "IF(n % 1000 = 0, 'confirmed', 'fedBack')",
    title: `CONCAT(${oneOf(subjects)}, ${oneOf(faults)}, '（第', n, '项）')`,
    classes: `'["violation:yes"]'`,
    five_see: "'{}'",
    paper_ids: "'[]'",
    disposals: "'[]'",
  });
}

async function fillSearched(connection) {
  for (let start = 0; start < FINDINGS; start += 2_000) {
    const rows = Array.from({ length: 2_000 }, (_, index) => {
      const text = searchedText([titleOf(start + index)]);
      return [SITE, AGGREGATE, Buffer.from(hex(start + index), 'hex'), Buffer.from(text), wordsOf(text)];
    });
    await connection.query('INSERT INTO searched (site, aggregate, record_id, text, words) VALUES ?', [rows]);
  }
}
