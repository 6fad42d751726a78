/** What the record says beside who and what, the refusals it keeps, and its signed checkpoints; see decisions/0011. */
import type { Migration } from '../database.js';
import { AGGREGATE_COLUMNS } from '../store/columns.js';

const ascii = (length: number) => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

export const recordMigration: Migration = {
  name: 'kit-0005-record',
  sql: [
    `ALTER TABLE journal
      ADD COLUMN permission ${ascii(40)} NULL COMMENT 'what the actor was allowed by',
      ADD COLUMN roles ${ascii(255)} NULL COMMENT 'roles of the actor that give it and reach the record',
      ADD COLUMN origin ${ascii(45)} NULL COMMENT 'address of the client as the gateway saw it',
      ADD COLUMN session_id BINARY(16) NULL,
      ADD KEY by_actor (actor, position),
      ADD KEY by_time (recorded_at)`,
    `CREATE TABLE refusal (
      ${AGGREGATE_COLUMNS},
      account_id BINARY(16) NOT NULL,
      contract ${ascii(100)} NOT NULL,
      code ${ascii(64)} NOT NULL,
      record_id BINARY(16) NULL COMMENT 'of the first, where several are counted together',
      seen INT UNSIGNED NULL COMMENT 'the version that person had before them',
      times BIGINT NOT NULL,
      first_at DATETIME(6) NOT NULL,
      last_at DATETIME(6) NOT NULL,
      KEY (site, record_id)
    ) ENGINE=InnoDB`,
    // The service's own signature over how far the chain of a site had come.
    `CREATE TABLE checkpoint (
      site ${ascii(32)} NOT NULL,
      number BIGINT UNSIGNED NOT NULL,
      hash BINARY(32) NOT NULL,
      made_at DATETIME(6) NOT NULL,
      signature BINARY(64) NOT NULL,
      PRIMARY KEY (site, number)
    ) ENGINE=InnoDB`,
  ],
};
