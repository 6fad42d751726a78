/** Insight's tables: what events said of each record, what of it counts, and running totals. All of it can be rebuilt from the journals. */
import type { Migration } from '@xuncha/service-kit';

const SITE = 'site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const INDICATOR = 'indicator VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL';
const UNIT = 'unit VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';
const TEAM = `team VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ''`;

export const migrations: readonly Migration[] = [
  {
    name: 'insight-0001-figures',
    sql: [
      `CREATE TABLE record (
        ${SITE},
        id BINARY(16) NOT NULL,
        kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        organization_id BINARY(16) NULL,
        round_id BINARY(16) NULL,
        parent_id BINARY(16) NULL,
        state VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        happened_on DATE NOT NULL,
        traits MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        PRIMARY KEY (site, id),
        KEY (site, round_id),
        KEY (site, parent_id)
      ) ENGINE=InnoDB`,
      // Whoever changes a record locks its family, so that two at once never overlook each other.
      `CREATE TABLE family (${SITE}, id BINARY(16) NOT NULL, PRIMARY KEY (site, id)) ENGINE=InnoDB`,
      // One row: one unit that one record brings to one indicator. organization_id is all zero where there is none.
      `CREATE TABLE counted (
        ${SITE},
        ${INDICATOR},
        record_id BINARY(16) NOT NULL,
        ${UNIT},
        organization_id BINARY(16) NOT NULL,
        happened_on DATE NOT NULL,
        amount BIGINT NOT NULL,
        PRIMARY KEY (site, indicator, record_id, unit),
        KEY by_date (site, indicator, happened_on, organization_id),
        KEY by_record (site, record_id)
      ) ENGINE=InnoDB`,
      // Running totals per organization; unit is empty where every record is its own unit.
      `CREATE TABLE total (
        ${SITE},
        ${INDICATOR},
        organization_id BINARY(16) NOT NULL,
        ${UNIT},
        records BIGINT NOT NULL,
        amount BIGINT NOT NULL,
        PRIMARY KEY (site, indicator, organization_id, unit)
      ) ENGINE=InnoDB`,
      // Changes not folded into the totals yet: inserts never wait for each other.
      `CREATE TABLE total_change (
        position BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        ${SITE},
        ${INDICATOR},
        organization_id BINARY(16) NOT NULL,
        ${UNIT},
        records INT NOT NULL,
        amount BIGINT NOT NULL,
        KEY (site, indicator)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    // What stands in a register or pool has an end; some figures count teams one by one; a unit may count on several days.
    name: 'insight-0002-standing-and-teams',
    sql: [
      `ALTER TABLE counted
        ADD COLUMN ${TEAM} AFTER unit,
        ADD COLUMN until_on DATE NOT NULL DEFAULT '9999-12-31' AFTER happened_on,
        DROP PRIMARY KEY,
        ADD PRIMARY KEY (site, indicator, record_id, unit, happened_on)`,
      `ALTER TABLE total
        ADD COLUMN ${TEAM} AFTER organization_id,
        DROP PRIMARY KEY,
        ADD PRIMARY KEY (site, indicator, organization_id, team, unit)`,
      `ALTER TABLE total_change ADD COLUMN ${TEAM} AFTER organization_id`,
    ],
  },
];
/** Everything above is cleared and read from zero by a rebuild. */
export const projections = { main: ['record', 'family', 'counted', 'total', 'total_change'] } as const;
