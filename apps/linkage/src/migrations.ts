/** Linkage's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, type Migration } from '@xuncha/service-kit';

const SITE = 'VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin';

export const migrations: readonly Migration[] = [
  {
    name: 'linkage-0001-peer',
    sql: [
      `CREATE TABLE peer (
        ${AGGREGATE_COLUMNS},
        agreement_id BINARY(16) NOT NULL,
        peer_site ${SITE} NOT NULL,
        peer_is VARCHAR(8) NOT NULL,
        proposed_here BOOLEAN NOT NULL,
        state VARCHAR(12) NOT NULL,
        sent BIGINT NOT NULL,
        proposed_on DATE NOT NULL,
        joined_on DATE NULL,
        left_on DATE NULL,
        bound_to ${SITE} NULL,
        city_claim BIGINT NULL,
        UNIQUE KEY one_agreement (site, bound_to),
        UNIQUE KEY one_city (site, city_claim),
        KEY (site, peer_site, state)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'linkage-0002-dispatch',
    sql: [
      `CREATE TABLE dispatch (
        ${AGGREGATE_COLUMNS},
        direction VARCHAR(3) NOT NULL,
        kind VARCHAR(12) NOT NULL,
        reference BINARY(16) NOT NULL,
        content MEDIUMTEXT NOT NULL,
        peer_site ${SITE} NULL,
        agreement_id BINARY(16) NULL,
        number BIGINT NULL,
        state VARCHAR(12) NOT NULL,
        \`on\` DATE NOT NULL,
        KEY (site, state, id),
        KEY (site, peer_site, id),
        KEY (site, reference)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'linkage-0003-statistics',
    sql: [
      `CREATE TABLE statistics (
        ${AGGREGATE_COLUMNS},
        direction VARCHAR(3) NOT NULL,
        peer_site ${SITE} NOT NULL,
        number BIGINT NOT NULL,
        period_from DATE NOT NULL,
        period_to DATE NOT NULL,
        figures MEDIUMTEXT NOT NULL,
        \`on\` DATE NOT NULL,
        KEY (site, peer_site, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'linkage-0004-filing',
    sql: [
      `CREATE TABLE filing (
        ${AGGREGATE_COLUMNS},
        side VARCHAR(8) NOT NULL,
        peer_site ${SITE} NOT NULL,
        counterpart_id BINARY(16) NOT NULL,
        round_id BINARY(16) NULL,
        round_name VARCHAR(100) NOT NULL,
        theme VARCHAR(64) NULL,
        starts_on DATE NOT NULL,
        state VARCHAR(12) NOT NULL,
        steps MEDIUMTEXT NOT NULL,
        UNIQUE KEY one_round (site, round_id),
        KEY (site, peer_site, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
    ],
  },
  { name: 'linkage-0005-peer-name', sql: ['ALTER TABLE peer ADD COLUMN peer_name MEDIUMTEXT NULL'] },
];
