/** `look_noted` is what the journal proves; `looked_record` finds the looks at a record. */
import type { Migration } from '../database.js';
import { AGGREGATE_COLUMNS } from '../store/columns.js';

export const lookMigration: Migration = {
  name: 'kit-0005-custody',
  sql: [
    `CREATE TABLE look_noted (
        ${AGGREGATE_COLUMNS},
        contract VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the query that was answered',
        record_ids MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id BINARY(16) NOT NULL,
        roles TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        organization_id BINARY(16) NULL COMMENT 'of the role, where it is limited to one',
        purpose BLOB NULL COMMENT 'sealed; null where the query says it',
        taken_at DATETIME(6) NOT NULL,
        KEY (site, account_id, id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
    `CREATE TABLE looked_record (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        record_id BINARY(16) NOT NULL,
        look_id BINARY(16) NOT NULL,
        PRIMARY KEY (site, record_id, look_id)
      ) ENGINE=InnoDB`,
  ],
};
