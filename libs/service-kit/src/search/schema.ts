/** What is searched stands beside the rows: the journal proves those as they are, and what is found by is no part of a record. */
import type { Migration } from '../database.js';

/** For a service with a store that names texts to search; its name is the service's own, in the order of its migrations. */
export const searchMigration = (name: string): Migration => ({
  name,
  sql: [
    `CREATE TABLE searched (
      site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      aggregate VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      record_id BINARY(16) NOT NULL,
      text VARBINARY(4000) NOT NULL COMMENT 'UTF-8: bytes are compared several times as fast as characters',
      words TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'of the text, for the index',
      PRIMARY KEY (site, aggregate, record_id),
      FULLTEXT KEY words (words)
    ) ENGINE=InnoDB`,
  ],
});
