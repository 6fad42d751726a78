/**
 * One export: the ledger's own pages, asked for one after another as its viewer, so that nothing is in the file that the viewer could not
 * have paged through; and on a second sheet who took it out, when, by which filters and how many rows.
 */
import { me, pageInput, roleMay, type LedgerExport, type Out, type Permission } from '@xuncha/contracts';
import { exportName, fieldsOf } from '@xuncha/contracts/fields';
import { fieldWord, type Cell, type Sheet } from '@xuncha/documents';
import { DomainError } from '@xuncha/domain-kit';
import { sayingOf } from './cells.js';
import { columnsOf, type Item, type LedgerColumn } from './columns.js';
import { Names } from './names.js';
import type { Ask } from './sources.js';

interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}
type Filters = Readonly<Record<string, unknown>>;
type Who = Out<typeof me> | null;

/** As many as a page may have. */
const ROWS_AT_ONCE = pageInput.limit.unwrap().maxValue!;
const TO_THE_SECOND = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'medium',
});

export class LedgerFile {
  readonly title: string;
  private readonly columns: readonly LedgerColumn[];
  private readonly names: Names;
  private rows = 0;

  private constructor(
    private readonly of: LedgerExport,
    private readonly filters: Filters,
    private readonly ask: Ask,
    private readonly opened: { readonly who: Who; readonly first: Page },
  ) {
    this.title = of.list.summary.split(/[，：；（]/)[0]!;
    this.columns = columnsOf(of.list);
    const grants = opened.who?.grants ?? [];
    const may = (permission: Permission | undefined) =>
      permission === undefined || grants.some(({ role }) => roleMay(role, permission));
    this.names = new Names(ask, may);
  }

  /** Asks for the first page: what the viewer must not see is refused before anything is sent. */
  static async open(of: LedgerExport, filters: Filters, ask: Ask): Promise<LedgerFile> {
    const first = (await ask(of.list, { ...filters, limit: ROWS_AT_ONCE } as never)) as Page;
    return new LedgerFile(of, filters, ask, { who: await whoAsks(ask), first });
  }

  sheets(): Sheet[] {
    return [
      { name: this.title, columns: this.columns, rows: this.everyRow() },
      {
        name: '导出说明',
        columns: [{ title: '项目' }, { title: '内容', width: 80 }],
        rows: this.provenance(),
      },
    ];
  }

  private async *everyRow(): AsyncGenerator<readonly Cell[]> {
    for await (const items of this.pages()) {
      this.rows += items.length;
      await this.learnNames(items);
      for (const item of items) yield this.columns.map(({ of }) => of(item, this.names));
    }
  }

  /** The next page is on its way while one is written. */
  private async *pages(): AsyncGenerator<readonly Item[]> {
    let page = this.opened.first;
    for (;;) {
      const next = page.next === null ? null : this.after(page.next);
      // Whoever waits for it is told; until then nobody does.
      next?.catch(() => undefined);
      yield page.items;
      if (next === null) return;
      page = await next;
    }
  }

  private async after(cursor: string): Promise<Page> {
    return (await this.ask(this.of.list, {
      ...this.filters,
      limit: ROWS_AT_ONCE,
      cursor,
    } as never)) as Page;
  }

  /** Until none is missing: a name may have another in it. */
  private async learnNames(items: readonly Item[]): Promise<void> {
    const named = this.columns.filter(({ isNamed }) => isNamed);
    do for (const item of items) for (const { of } of named) of(item, this.names);
    while (await this.names.learn());
  }

  /** Asked for when the rows are written, and there are as many as there are. */
  private async *provenance(): AsyncGenerator<readonly Cell[]> {
    const { who } = this.opened;
    yield ['台账', this.title];
    yield ['导出人', who ? `${who.name}（${who.account}）` : '部门程序'];
    yield ['导出时间', TO_THE_SECOND.format(new Date())];
    yield ['筛选条件', await this.filtersInWords()];
    yield ['行数', String(this.rows)];
    yield ['范围', '导出人有权查看的记录；导出期间的变动可能只反映了一部分'];
  }

  private async filtersInWords(): Promise<string> {
    const ledger = exportName(this.of.list);
    const sayings = Object.entries(fieldsOf(this.of.input))
      .filter(([name]) => this.filters[name] !== undefined)
      .map(([name, field]) => [name, fieldWord(name, ledger), sayingOf(name, field, ledger)] as const);
    let said;
    do said = sayings.map(([name, title, say]) => `${title}：${say(this.filters[name], this.names)}`);
    while (await this.names.learn());
    return said.join('；') || '无，全部记录';
  }
}

/** A department's program is nobody. */
async function whoAsks(ask: Ask): Promise<Who> {
  try {
    return await ask(me, {});
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
