/** Talent's own tables. Expand, then contract; never edit one that has shipped. */
import type { Migration } from '@xuncha/service-kit';

export const migrations: readonly Migration[] = [
  {
    name: 'talent-0001-organization',
    sql: [
      // Projection of planning's register; can be rebuilt.
      `CREATE TABLE organization (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id BINARY(16) NOT NULL,
        name VARCHAR(100) NOT NULL,
        kind VARCHAR(24) NOT NULL,
        parent_id BINARY(16) NULL,
        merged_into_id BINARY(16) NULL,
        PRIMARY KEY (site, id)
      ) ENGINE=InnoDB`,
    ],
  },
];
