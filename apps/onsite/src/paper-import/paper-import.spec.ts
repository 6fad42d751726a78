import { describe, expect, test } from 'vitest';
import { DomainError, type Line } from '@xuncha/domain-kit';
import { inspected, member, on } from '../domain.fixture.js';
import type { WorkingPaper } from '../working-paper/working-paper.js';
import { fill, readTable } from './paper-import.js';
import { paperTemplateColumns } from './template.js';

const inspection = inspected();
/** No cell of these holds a comma. */
const linesIn = (rows: readonly string[]): Line[] =>
  rows.map((line, index) => ({ row: index + 1, cells: line.split(',') }));
const filled = (rows: readonly string[], present: readonly WorkingPaper[] = []) =>
  fill(readTable(linesIn(rows)), present, inspection, { author: member, on });
const papersOf = (rows: readonly string[]) => filled(rows).papers.map(({ state }) => state);

/** `row column code` of every fault. */
function faultsOf(rows: readonly string[], present: readonly WorkingPaper[] = []): string[] {
  try {
    filled(rows, present);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'table.rows-invalid') throw error;
    const { errors } = error.facts as { errors: { row: number; column: string; code: string }[] };
    return errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
  }
  return [];
}

const header = '序号,问题,主要事实,依据,责任单位,证据来源,证据说明,证据来源二,证据说明二';
const row1 = '1,村级资金未公开,三笔支出未公开,村务公开办法,演示村,查阅资料,账册,个别谈话,与会计的谈话';
const row2 = '2,会议记录不全,两次会议没有记录,,,查阅资料,记录本,,';
const rows = [header, row1, row2];

describe('a table of findings', () => {
  test('becomes drafts that nobody has reviewed or signed, by whoever imports it (rules.md 3)', () => {
    const [one, other] = papersOf(rows);
    expect(one).toMatchObject({
      state: 'draft',
      authorId: member.id,
      reviewerId: null,
      approverId: null,
      draftedOn: on,
      matter: '村级资金未公开',
      content: '三笔支出未公开\n依据：村务公开办法\n责任单位：演示村',
      evidence: [
        { source: 'document', note: '账册' },
        { source: 'interview', note: '与会计的谈话' },
      ],
    });
    expect(other).toMatchObject({ content: '两次会议没有记录', evidence: [{ source: 'document' }] });
  });

  test('imported again doubles nothing: a number is one paper of its inspection', () => {
    const present = papersOf(rows);
    expect(filled(rows, present)).toEqual({ counts: { rows: 2, registered: 0, known: 2 }, papers: [] });
    const more = filled([...rows, '3,又一个问题,事实,,,查阅资料,账册,,'], present);
    expect(more.counts).toEqual({ rows: 3, registered: 1, known: 2 });
    expect(papersOf(rows).map(({ id }) => id)).toEqual(present.map(({ id }) => id));
  });

  test('changes no paper: a row that says otherwise is a fault of its cell', () => {
    const present = papersOf(rows).map((one) => ({ ...one, content: `（已核）${one.content}` }));
    expect(faultsOf(rows, present)).toEqual([
      '2 主要事实 paper-import.drafted-otherwise',
      '3 主要事实 paper-import.drafted-otherwise',
    ]);
  });

  test.each([
    ['问题', '别的问题'],
    ['依据', '别的办法'],
    ['依据', ''],
    ['责任单位', '演示二村'],
    ['证据说明', '凭证'],
    ['证据来源二', '信访件'],
  ])('and so whichever cell was rewritten: %s to “%s”', (title, cell) => {
    const cells = row1.split(',');
    cells[header.split(',').indexOf(title)] = cell;
    expect(faultsOf([header, cells.join(','), row2], papersOf(rows))).toEqual([
      `2 ${title} paper-import.drafted-otherwise`,
    ]);
  });

  test('passes over a paper to which a file was attached since', () => {
    const file = { id: 'f', name: '账册.pdf', mediaType: 'application/pdf', bytes: 1, sha256: '0' };
    const present = papersOf(rows).map((one) => ({
      ...one,
      evidence: one.evidence.map((piece) => ({ ...piece, file })),
    }));
    expect(filled(rows, present as never).counts).toEqual({ rows: 2, registered: 0, known: 2 });
  });

  test('with faults is told all of them at once', () => {
    const wrong = ['1,,事实,,,算命,账册,,', '1,问题,#N/A,,,查阅资料,,个别谈话,'];
    expect(faultsOf([header, row1, ...wrong, '1,问题,事实,,,查阅资料,账册,,'])).toEqual([
      '3 问题 table.cell-missing',
      '3 证据来源 table.cell-unknown',
      '4 主要事实 table.cell-error',
      '4 证据说明 table.cell-missing',
      '4 证据说明二 table.cell-missing',
      '5 序号 paper-import.number-twice',
    ]);
  });

  test('may lack what is not needed', () => {
    expect(papersOf(['编号,标题,事实,证据来源,证据', '甲-1,问题,事实,信访件,第一件'])).toHaveLength(1);
  });
});

test('the example of the template is a row as it should be, and every source that it offers is understood', () => {
  const titles = paperTemplateColumns.map(({ title }) => title);
  const offered = paperTemplateColumns.flatMap(({ choices = [] }) => choices);
  const examples = offered.map((source, index) =>
    paperTemplateColumns.map(({ title, example }) =>
      title === '序号' ? `${index}` : title === '证据来源' ? source : example,
    ),
  );
  expect(faultsOf([titles, ...examples].map((cells) => cells.join(',')))).toEqual([]);
});
