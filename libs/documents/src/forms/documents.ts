/** Documents of forms: the wording is read when one is asked for, so that a changed one holds at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError, type Facts } from '@xuncha/domain-kit';
import { write } from '../official/write.js';
import { check, fill, type Fields, type Part } from '../wording/fill.js';
import { parse, type Node } from '../wording/parse.js';
import { forms } from './forms.js';
import { askableIn, siteFields, type Form, type FormOf, type Site } from './form.js';

/** Media type of what Word saves. */
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const wordings = fileURLToPath(new URL('../../forms', import.meta.url));

export interface WordFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

const everyForm: readonly Form[] = Object.values(forms);

export class Documents {
  /** Where the office keeps wordings of its own, by the names of those that they replace. */
  private readonly own: string;

  /** A fault in one of the office's wordings is told at once; its document is refused until it is mended, and no other. */
  constructor(dataFolder: string, tell: (code: string, facts: Facts) => void) {
    this.own = join(dataFolder, 'forms');
    for (const { code, facts } of this.faults()) tell(code, facts);
  }

  /** Refuses with `form.*` where the wording has a fault. */
  async write<E extends Fields>(form: FormOf<E>, site: Site, filling: NoInfer<E>): Promise<WordFile> {
    const parts = fill(this.wordingOf(form), { ...siteFields(site), ...filling });
    const content = await write(parts);
    return { name: `${nameIn(parts, form)}.docx`, mediaType: WORD, base64: content.toString('base64') };
  }

  /** As its wording has it now, filled in as its example is; its name says that it is a sample (RA17-5). */
  async sample(key: string, site: Site): Promise<WordFile> {
    const form = everyForm.find((one) => one.key === key);
    if (!form) throw unknown(`${key}.txt`);
    const file = await this.write(form, site, form.example);
    return { ...file, name: `样张：${file.name}` };
  }

  private faults(): DomainError[] {
    if (!existsSync(this.own)) return [];
    return readdirSync(this.own).flatMap((file) => {
      const form = everyForm.find((one) => fileOf(one) === file);
      if (!form) return unknown(file);
      try {
        this.wordingOf(form);
        return [];
      } catch (error) {
        if (error instanceof DomainError) return error;
        throw error;
      }
    });
  }

  private wordingOf(form: Form): Node[] {
    const file = fileOf(form);
    const own = join(this.own, file);
    const path = existsSync(own) ? own : join(wordings, file);
    const nodes = parse(file, readFileSync(path, 'utf8'));
    check(file, nodes, askableIn(form));
    return nodes;
  }
}

const fileOf = ({ key }: Form) => `${key}.txt`;

function unknown(file: string): DomainError {
  return new DomainError('form.unknown', { file, files: everyForm.map(fileOf) });
}

/** What no system allows in the name of a file is left out of it. */
function nameIn(parts: readonly Part[], { key }: { readonly key: string }): string {
  const name = parts.find(({ mark }) => mark === '文件名')?.texts[0] ?? '';
  return name.replaceAll(/[\p{Cc}/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 100) || key;
}
