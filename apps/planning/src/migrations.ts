/** Planning's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, type Migration } from '@xuncha/service-kit';

export const migrations: readonly Migration[] = [
  {
    name: 'planning-0001-organization',
    sql: [
      `CREATE TABLE organization (
        ${AGGREGATE_COLUMNS},
        code VARCHAR(64) NOT NULL,
        name VARCHAR(100) NOT NULL,
        kind VARCHAR(24) NOT NULL,
        category VARCHAR(60) NULL,
        village_type VARCHAR(12) NULL,
        division_code VARCHAR(64) NULL,
        parent_id BINARY(16) NULL,
        state VARCHAR(12) NOT NULL,
        registered_on DATE NOT NULL,
        ended_on DATE NULL,
        merged_into_id BINARY(16) NULL,
        head_name VARCHAR(60) NULL,
        head_since DATE NULL,
        UNIQUE KEY one_code (site, code),
        KEY (site, kind, code),
        KEY (site, parent_id, code)
      ) ENGINE=InnoDB`,
    ],
  },
];
