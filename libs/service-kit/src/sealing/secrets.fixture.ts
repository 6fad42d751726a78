/** The smallest service that seals: a secret has a text, and perhaps a remark. */
import {
  command,
  decide,
  event,
  Id,
  pageInput,
  pageOf,
  query,
  Text,
  Version,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Controller, Injectable } from '@nestjs/common';
import { Entity } from 'typeorm';
import { z } from 'zod';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import type { ServiceDefinition } from '../boot/service.js';
import { Handles } from '../calls/decorators.js';
import { AGGREGATE_COLUMNS, AggregateRow, SealedColumn } from '../store/columns.js';
import { sameColumns, Store } from '../store/store.js';

interface Secret {
  readonly id: string;
  readonly text: Buffer;
  readonly remark: Buffer | null;
}
const secretKept = event('secrets.secret.kept', {
  classification: 'internal',
  summary: '测试',
  body: z.object({ secretId: Id }),
});
export const keepSecret = command('secrets.secret.keep', {
  http: 'POST /secrets',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ text: Text(200) }),
});
export const remarkSecret = command('secrets.secret.remark', {
  http: 'POST /secrets/{secretId}/remark',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ secretId: Id, seen: Version, remark: Text(200) }),
});
export const shredSecret = command('secrets.secret.shred', {
  http: 'POST /secrets/{secretId}/shred',
  permission: 'register.write',
  summary: '测试',
  input: z.object({ secretId: Id, seen: Version }),
});
const View = z.object({
  id: Id,
  version: Version,
  text: z.string().nullable(),
  remark: z.string().nullable(),
});
export const listSecrets = query('secrets.secret.list', {
  http: 'GET /secrets',
  permission: 'register.read',
  classification: 'internal',
  summary: '测试',
  input: z.object({ ...pageInput }),
  output: pageOf(View),
});

@Entity('secret')
class SecretRow extends AggregateRow {
  @SealedColumn() text!: Buffer;
  @SealedColumn({ nullable: true }) remark!: Buffer | null;
}

@Injectable()
class SecretStore extends Store<Secret, SecretRow> {
  constructor() {
    super({ aggregate: 'secrets.secret', row: SecretRow, ...sameColumns() });
  }
}

@Controller()
class SecretHandlers {
  constructor(private readonly secrets: SecretStore) {}

  @Handles(keepSecret)
  async keep({ text }: In<typeof keepSecret>, act: Act) {
    const id = newId();
    const keys = this.secrets.newKeys(act);
    const secret = { id, text: keys.to(id).seal('text', text), remark: null };
    await keys.save();
    return this.secrets.add(act, decide(secret, secretKept({ secretId: id })));
  }

  @Handles(remarkSecret)
  async remark({ secretId, seen, remark }: In<typeof remarkSecret>, act: Act) {
    const key = await this.secrets.keyFor(act, secretId);
    return this.secrets.change(act, { id: secretId, seen }, (before) =>
      decide({ ...before, remark: key.seal('remark', remark) }, secretKept({ secretId })),
    );
  }

  @Handles(shredSecret)
  async shred({ secretId, seen }: In<typeof shredSecret>, act: Act) {
    await act.runtime.vault.shred(act, secretId);
    return this.secrets.change(act, { id: secretId, seen }, (before) =>
      decide(before, secretKept({ secretId })),
    );
  }

  @Handles(listSecrets)
  async list({ cursor, limit }: In<typeof listSecrets>, viewer: Caller) {
    const { items, next } = await this.secrets.page(viewer, { cursor, limit });
    const keys = await this.secrets.keysOf(
      viewer,
      items.map(({ id }) => id),
    );
    const opened = items.map(({ id, version, text, remark }) => ({
      id,
      version,
      text: keys.get(id)?.open('text', text) ?? null,
      remark: remark && (keys.get(id)?.open('remark', remark) ?? null),
    }));
    return { items: opened, next };
  }
}

export const secrets: ServiceDefinition = {
  name: 'secrets',
  migrations: [
    {
      name: 'secrets-0001',
      sql: [
        `CREATE TABLE secret (
          ${AGGREGATE_COLUMNS},
          text BLOB NOT NULL COMMENT 'sealed',
          remark BLOB NULL COMMENT 'sealed'
        ) ENGINE=InnoDB`,
      ],
    },
  ],
  rows: [SecretRow],
  controllers: [SecretHandlers],
  providers: [SecretStore],
};
