/** Errands stand beside the rows: which replica works on what, and how far it is, is no part of a record. */
import type { Migration } from '../database.js';

/** For a service with `Errands`; its name is the service's own, in the order of its migrations. */
export const errandMigration = (name: string): Migration => ({
  name,
  sql: [
    `CREATE TABLE errand (
      site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      record_id BINARY(16) NOT NULL,
      aggregate VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      asked_by MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'who, by which permission and from where, as JSON',
      attempts INT UNSIGNED NOT NULL,
      holder BINARY(16) NULL COMMENT 'the replica that is at it',
      held_until DATETIME(6) NULL,
      phase VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
      done INT UNSIGNED NOT NULL,
      total INT UNSIGNED NOT NULL,
      PRIMARY KEY (site, record_id),
      KEY (aggregate, attempts, record_id)
    ) ENGINE=InnoDB`,
  ],
});
