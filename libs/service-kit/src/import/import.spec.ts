import { expect, test } from 'vitest';
import { registerImported, registerImportRefused, registerImportStarted } from '@xuncha/contracts';
import { canonicalHash, grid, newId, parseDate } from '@xuncha/domain-kit';
import * as domain from './import.js';
import { importColumns, type ImportRow } from './import.row.js';

const events = {
  started: (importId: string) => registerImportStarted({ importId }),
  imported: (importId: string, organizations: number) => registerImported({ importId, organizations }),
  refused: (importId: string, code: string) => registerImportRefused({ importId, code }),
};
const file = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'text/csv', name: '登记册.csv' };
const running = domain.start(newId(), { file, importedOn: parseDate('2017-01-03') }, events).state;
const counts = { rows: 3, registered: 2, known: 1 };
const refusal = { code: 'table.empty', facts: {} };

const actions = {
  finish: (it: domain.Import) => domain.finish(it, counts, events),
  refuse: (it: domain.Import) => domain.refuseImport(it, refusal, events),
};

test.each(grid(domain.importFlow))('$state -$action-> $next', ({ state, action, next }) => {
  const attempt = () => actions[action]({ ...running, state });
  if (next) expect(attempt().state.state).toBe(next);
  // What a replica reports that was thought dead says nothing new.
  else if (action === 'refuse') expect(attempt().facts).toEqual([]);
  else expect(attempt).toThrow('flow.refused');
});

test('what is wrong with a file stays with the import, and the journal hears its code alone', () => {
  const { state, facts } = actions.refuse(running);
  expect(state).toMatchObject({ state: 'refused', refusal, registered: 0 });
  expect(facts[0]!.body).toEqual({ importId: running.id, code: 'table.empty' });
});

test('what was imported keeps the row that imports had before there were long ones, and its hash with it', () => {
  const columns = importColumns<ImportRow>();
  const done = actions.finish(running).state;
  const { id: _, state: __, refusal: ___, ...before } = done;
  expect(canonicalHash(columns.toRow(done))).toEqual(canonicalHash(before));
  const again = (it: domain.Import) =>
    columns.toDomain({ site: 's', id: it.id, version: 1, ...columns.toRow(it) } as ImportRow);
  for (const it of [running, done, actions.refuse(running).state]) expect(again(it)).toEqual(it);
});
