/**
 * Asks everything that a viewer can ask: every query of the contracts, with every id that its answers name, every choice of a filter,
 * and page by page. Generated, so that a new query is asked without anybody thinking of it.
 */
import { allContracts, type QueryContract } from '@xuncha/contracts';
import { linesOf, linesOfWord, WORD } from '@xuncha/documents';
import { ask, type Answer } from './asking.fixture.js';

/**
 * All but who looked at a record: somebody looked in one of the worlds, and each asks first whether the viewer may read the record itself.
 * And all but what accounts are called: an account belongs to no organization, and each world has its own.
 */
const ownToAWorld = /\.listLooks$|^identity\.account\.(names|find)$/;
export const queries = allContracts().filter(
  (contract): contract is QueryContract =>
    contract.kind === 'query' && contract.route !== undefined && !ownToAWorld.test(contract.name),
);
/** Fields that name a record of a kind that is called otherwise elsewhere. */
const kinds: Readonly<Record<string, string>> = {
  paper: 'workingPaper',
  import: 'register',
  organ: 'organization',
  parent: 'organization',
  lead: 'organization',
  recipient: 'organization',
  mergedInto: 'clue',
  author: 'account',
  assignee: 'account',
  archiveFile: 'archive-file',
};
const DATE = '2017-05-15';
/** Organizations come into the register all at once, in an order of chance, and are all asked for. */
const FEW = 3;
const AT_ONCE = 8;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What was answered: for every query each answer in words that do not differ from world to world. */
export class Crawl {
  readonly answers = new Map<string, string[]>();
  /** Queries that showed something. */
  readonly shown = new Set<string>();
  /** Ids and texts met, by the kind of record or by the field that held them. */
  readonly known = new Map<string, Set<string>>();
  private readonly asked = new Set<string>();

  constructor(
    private readonly address: string,
    private readonly viewer: { readonly token: string; readonly site: string },
  ) {}

  /** Until nothing new turns up. */
  async run(): Promise<this> {
    for (let before = -1; before < this.asked.size;) {
      before = this.asked.size;
      for (const contract of queries) await this.askAll(contract);
    }
    for (const list of this.answers.values()) list.sort();
    return this;
  }

  ids(): Set<string> {
    return new Set([...this.known.values()].flatMap((some) => [...some]).filter((text) => text.match(ID)));
  }

  private async askAll(contract: QueryContract): Promise<void> {
    const needed = Object.entries(contract.input.shape).filter(
      ([, type]) => !type.safeParse(undefined).success,
    );
    const inputs = needed.reduce<Record<string, unknown>[]>(
      (some, [field, type]) =>
        some.flatMap((input) =>
          this.valuesFor(contract, field, type).map((value) => ({ ...input, [field]: value })),
        ),
      [{}],
    );
    await this.askEach(contract, inputs);
    const [first] = inputs;
    if (!first) return;
    const further = Object.entries(contract.input.shape).filter(
      ([field]) => !(field in first) && field !== 'cursor',
    );
    for (const [field, type] of further)
      await this.askEach(
        contract,
        this.valuesFor(contract, field, type)
          .slice(0, kindOf(field) === 'organization' ? undefined : FEW)
          .map((value) => ({ ...first, [field]: value })),
      );
  }

  /** Some at once; what is learnt of them comes in the order in which they were asked, alike in every world. */
  private async askEach(contract: QueryContract, inputs: readonly Record<string, unknown>[]): Promise<void> {
    const questions = inputs.filter((input) => this.isNew(`${contract.name} ${JSON.stringify(input)}`));
    for (let start = 0; start < questions.length; start += AT_ONCE) {
      const part = questions.slice(start, start + AT_ONCE);
      const answers = await Promise.all(part.map((input) => this.answerTo(contract, input)));
      for (const [index, answer] of answers.entries()) await this.note(contract, part[index]!, answer);
    }
  }

  private isNew(question: string): boolean {
    const isNew = !this.asked.has(question);
    this.asked.add(question);
    return isNew;
  }

  /** Of a list all pages as one. */
  private async answerTo(contract: QueryContract, input: Record<string, unknown>): Promise<Answer> {
    const items: unknown[] = [];
    for (let cursor: string | undefined, pages = 1; ; pages++) {
      const answer = await ask(this.address, contract, cursor ? { ...input, cursor } : input, this.viewer);
      const { next, items: some } = answer.body;
      if (!Array.isArray(some)) return answer;
      items.push(...(some as unknown[]));
      if (typeof next !== 'string') return { ...answer, body: { items, pages } };
      cursor = next;
    }
  }

  private async note(contract: QueryContract, input: object, answer: Answer): Promise<void> {
    const body = await readable(answer.body);
    if (answer.status === 200) {
      this.shown.add(contract.name);
      this.learn(body, contract.name.split('.')[1]!);
    }
    const said = `${unlike(JSON.stringify(input), this.viewer.site)} ${answer.status} ${unlike(canonical(body), this.viewer.site)}`;
    this.answers.set(contract.name, [...(this.answers.get(contract.name) ?? []), said]);
  }

  private learn(value: unknown, kind: string, field = 'id'): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, kind, field);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) this.learn(member, kind, name);
    else if (typeof value === 'string' && value.length < 80) {
      const isId = value.match(ID) !== null;
      const at = !isId ? field : field === 'id' ? kind : kindOf(field);
      const known = this.known.get(at) ?? new Set();
      this.known.set(at, known.add(value));
    }
  }

  private valuesFor({ name }: QueryContract, field: string, type: unknown): unknown[] {
    const schema = (type as { toJSONSchema(options: object): Schema }).toJSONSchema({ io: 'input' });
    // Of the kind that is asked for.
    if (field === 'ids') return [...(this.known.get(name.split('.')[1]!) ?? [])];
    if (schema.enum) return [...schema.enum];
    if (schema.type === 'boolean') return [false, true];
    if (schema.type === 'integer') return [field === 'year' ? 2017 : 1];
    if (schema.format === 'date') return [DATE];
    if (schema.format === 'uuid') return [...(this.known.get(kindOf(field)) ?? [])];
    if (field === 'text') return ['演示', '问题', 'ys'];
    if (field === 'purpose') return ['核对记录'];
    // Whatever order they were met in: few of them are asked for, and the same in every world.
    return [...(this.known.get(field) ?? [])].toSorted();
  }
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
}

function kindOf(field: string): string {
  const name = field.replace(/Ids?$/, '');
  return kinds[name] ?? name;
}

/** Of a table or a document what its lines say: a file knows when it was written. */
export async function readable(body: Answer['body']): Promise<object> {
  const { base64, mediaType } = body;
  if (typeof base64 !== 'string' || typeof mediaType !== 'string') return body;
  const content = Buffer.from(base64, 'base64');
  return mediaType === WORD ? linesOfWord(content) : await linesOf(content, mediaType);
}

/** Lists in the order of what they say: ids decide the order of many, and ids are another in every world. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => ({ said: canonical(item), order: unlike(canonical(item), '') }));
    return `[${items
      .toSorted((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ said }) => said)
      .join()}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([name]) => name !== 'instance' && name !== 'correlation');
  return `{${members.map(([name, member]) => `"${name}":${canonical(member)}`).join()}}`;
}

/** Without what is another in every world: ids, what residents sign in by, pseudonyms, the time on the wall, the site, official numbers and files (decision 0009). */
function unlike(text: string, site: string): string {
  return (
    text
      .replaceAll(ID, 'id')
      .replaceAll(/try-[0-9a-f]{10}/g, 'login')
      .replaceAll(/"[A-Z2-7]{16,52}"/g, '"person"')
      .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, (instant) => (instant.startsWith('2017') ? instant : 'now'))
      .replaceAll(/"sha256":"[0-9a-f]{64}","bytes":\d+/g, '"file":"file"')
      .replaceAll(/"rows":\d+,"registered":\d+/g, '"rows":"rows"')
      // Signatures, salts and public keys.
      .replaceAll(/"(-----BEGIN[^"]*|[\w-]{40,}(\.[\w-]+)*)"/g, '"signed"')
      .replaceAll(/〔(\d+)〕\d+号/g, '〔$1〕n号')
      .replaceAll(site === '' ? /$^/g : site, 'site')
  );
}
