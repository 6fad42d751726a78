/** Column kinds of rows. Ids are BINARY(16), dates are DATE, structured values are JSON text whose keys keep their order on both servers. */
import { idFromBytes, idToBytes, type Id } from '@xuncha/domain-kit';
import { Column, PrimaryColumn, type ValueTransformer } from 'typeorm';

const idTransformer: ValueTransformer = {
  to: (id: unknown) => (typeof id === 'string' ? idToBytes(id) : id),
  from: (bytes: Buffer | null) => bytes && idFromBytes(bytes),
};
const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
  from: (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown)),
};
const laterJsonTransformer: ValueTransformer = {
  to: (value: unknown) => jsonTransformer.to(value) as unknown,
  from: (text: string | null) => (jsonTransformer.from(text) as unknown) ?? undefined,
};
const numberTransformer: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

export const IdColumn = (options: { nullable?: boolean } = {}) =>
  Column({ type: 'binary', length: 16, transformer: idTransformer, ...options });
/** Text with a limit; the migration says the character set. */
export const TextColumn = (options: { nullable?: boolean } = {}) => Column({ type: 'varchar', ...options });
export const DateColumn = (options: { nullable?: boolean } = {}) => Column({ type: 'date', ...options });
export const InstantColumn = (options: { nullable?: boolean } = {}) =>
  Column({ type: 'datetime', precision: 6, ...options });
/** Whole numbers up to 2^53: counts, fen. */
export const NumberColumn = (options: { nullable?: boolean } = {}) =>
  Column({ type: 'bigint', transformer: numberTransformer, ...options });
export const FlagColumn = () => Column({ type: 'boolean' });
/** Value objects and lists that are only read with their record. */
export const JsonColumn = (options: { nullable?: boolean } = {}) =>
  Column({ type: 'mediumtext', transformer: jsonTransformer, ...options });
/** What older rows do not have: nothing is absent, not null, so that the hash of those rows stays what it was. */
export const LaterJsonColumn = () =>
  Column({ type: 'mediumtext', nullable: true, transformer: laterJsonTransformer });
/** Ciphertext of the vault; see `Vault`. */
export const SealedColumn = (options: { nullable?: boolean } = {}) => Column({ type: 'blob', ...options });

/** What every aggregate's table begins with. */
export abstract class AggregateRow {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  site!: string;
  @PrimaryColumn({ type: 'binary', length: 16, transformer: idTransformer })
  id!: Id;
  @Column({ type: 'int', unsigned: true })
  version!: number;
}

/** The same three columns in a migration. */
export const AGGREGATE_COLUMNS = `site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id BINARY(16) NOT NULL,
        version INT UNSIGNED NOT NULL,
        PRIMARY KEY (site, id)`;
