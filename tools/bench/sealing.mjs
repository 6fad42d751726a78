/** What sealing costs: a field by itself, beside a key in every value as it was before; and a command that seals, beside one that does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@xuncha/domain-kit';
import { startServices } from '@xuncha/testing';
import { notes, writeNote } from '@xuncha/testing/notes';
import { FileKeyWrapper } from '../../libs/service-kit/dist/crypto/key-wrapper.js';
import { suite } from '../../libs/service-kit/dist/crypto/suite.js';
import { RecordKey } from '../../libs/service-kit/dist/sealing/record-key.js';
import { keepSecret, listSecrets, secrets } from '../../libs/service-kit/dist/sealing/secrets.fixture.js';
import { paired, perSecond, rate } from './measure.mjs';

const FIELDS = 10_000;
const COMMANDS = 2_000;
const QUERIES = 500;
const AT_ONCE = 32;
const TEXT = '反映账目不公开'.repeat(100);

export async function sealing(runs) {
  return [await fields(runs), ...(await commands(runs))];
}

/** A record with two fields: its key wrapped and unwrapped once, each field sealed and opened. */
async function fields(runs) {
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-bench-'));
  const wrapper = new FileKeyWrapper(folder);
  const key = { site: 'bench', version: await wrapper.newest('bench') };
  const wrapping = suite.makeKey();
  const ours = () =>
    rate(FIELDS / 2, 1, async () => {
      const dataKey = suite.makeKey();
      const wrapped = await wrapper.wrap(key, dataKey, 'record');
      const record = new RecordKey('bench.record', 'id', dataKey);
      const sealed = ['one', 'other'].map((field) => [field, record.seal(field, TEXT)]);
      const unwrapped = await wrapper.unwrap(key, wrapped, 'record');
      const again = new RecordKey('bench.record', 'id', unwrapped);
      for (const [field, bytes] of sealed) again.open(field, bytes);
    });
  const before = () => rate(FIELDS, 1, async () => keyInEveryValue(wrapping));
  try {
    const found = await paired(runs, async () => 2 * (await ours()), before);
    return told('seal and open a field of 2,100 bytes / a key in every value', found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function keyInEveryValue(wrapping) {
  const dataKey = suite.makeKey();
  const wrapped = suite.seal(wrapping, dataKey, 'place');
  const sealed = suite.seal(dataKey, Buffer.from(TEXT), 'place');
  suite.open(suite.open(wrapping, wrapped, 'place'), sealed, 'place').toString('utf8');
}

async function commands(runs) {
  const system = await startServices([notes, secrets]);
  try {
    const office = await system.person('office');
    const organizationId = newId();
    let serial = 0;
    const plain = () =>
      rate(COMMANDS, AT_ONCE, () => system.ask(writeNote, { organizationId, text: `n${serial++}` }, office));
    const sealed = () => rate(COMMANDS, AT_ONCE, () => system.ask(keepSecret, { text: '机密' }, office));
    const page = () => rate(QUERIES, AT_ONCE, () => system.ask(listSecrets, { limit: 50 }, office));
    const writing = await paired(runs, sealed, plain);
    const reading = await rateOf(page);
    return [
      told('command that seals a record / one that seals nothing', writing),
      { what: 'page of 50 sealed records, opened', ours: perSecond(reading) },
    ];
  } finally {
    await system.stop();
  }
}

/** Once to warm up. */
async function rateOf(work) {
  await work();
  return work();
}

function told(what, { ours, raw, ratio }) {
  return { what, ours: `${perSecond(ours)} / ${perSecond(raw)}  ratio ${ratio.toFixed(2)}` };
}
