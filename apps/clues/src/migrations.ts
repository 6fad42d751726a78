/** The tables of clues. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, type Migration } from '@xuncha/service-kit';

export const migrations: readonly Migration[] = [
  {
    name: 'clues-0001-clue',
    sql: [
      `CREATE TABLE clue (
        ${AGGREGATE_COLUMNS},
        number VARCHAR(40) NOT NULL,
        inspection_id BINARY(16) NULL,
        assignment_id BINARY(16) NULL,
        round_id BINARY(16) NULL,
        organization_id BINARY(16) NULL,
        team_id BINARY(16) NULL,
        finding_id BINARY(16) NULL,
        petition_id BINARY(16) NULL,
        concerns_id BINARY(16) NULL,
        moved_from TEXT NULL,
        state VARCHAR(10) NOT NULL,
        nature VARCHAR(10) NULL,
        authority VARCHAR(8) NULL,
        urgent BOOLEAN NOT NULL,
        profile VARCHAR(64) NULL,
        content MEDIUMBLOB NULL COMMENT 'sealed',
        subjects MEDIUMTEXT NOT NULL COMMENT 'pseudonyms',
        raised_on DATE NOT NULL,
        taken_on DATE NULL,
        screened_on DATE NULL,
        transfer_id BINARY(16) NULL,
        organ_id BINARY(16) NULL,
        received_on DATE NULL,
        answer_from DATE NULL,
        answer_due_on DATE NULL,
        held_until DATE NULL,
        dispositions MEDIUMTEXT NOT NULL,
        merged_into_id BINARY(16) NULL,
        moved_to VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ended_by BINARY(16) NULL,
        ended_on DATE NULL,
        UNIQUE KEY one_number (site, number),
        KEY (taken_on, id),
        KEY (site, state),
        KEY (site, inspection_id),
        KEY (site, round_id),
        KEY (site, organization_id),
        KEY (site, team_id),
        KEY (site, organ_id),
        KEY (site, merged_into_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'clues-0002-routing',
    sql: [
      `CREATE TABLE routing (
        ${AGGREGATE_COLUMNS},
        level VARCHAR(8) NOT NULL,
        routes MEDIUMTEXT NOT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'clues-0003-look',
    sql: [
      `CREATE TABLE look (
        ${AGGREGATE_COLUMNS},
        at VARCHAR(16) NOT NULL,
        record_id BINARY(16) NOT NULL,
        account_id BINARY(16) NOT NULL,
        taken_at DATETIME(6) NOT NULL,
        purpose VARCHAR(200) NULL,
        KEY (site, record_id, id),
        KEY (site, account_id, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'clues-0004-transfer',
    sql: [
      `CREATE TABLE transfer (
        ${AGGREGATE_COLUMNS},
        inspection_id BINARY(16) NULL,
        organization_id BINARY(16) NULL,
        round_id BINARY(16) NULL,
        team_id BINARY(16) NULL,
        organ_id BINARY(16) NOT NULL,
        recipient_id BINARY(16) NULL COMMENT 'the organ, once it may know',
        state VARCHAR(10) NOT NULL,
        number VARCHAR(40) NULL,
        profile VARCHAR(64) NOT NULL,
        urgent_from DATE NULL,
        clue_ids MEDIUMTEXT NOT NULL,
        deviation VARCHAR(500) NULL COMMENT 'restricted',
        drafted_on DATE NOT NULL,
        delivered_on DATE NULL,
        steps MEDIUMTEXT NOT NULL COMMENT 'restricted: opinions',
        pressings MEDIUMTEXT NOT NULL,
        KEY (site, state),
        KEY (site, inspection_id),
        KEY (site, round_id),
        KEY (site, team_id),
        KEY (site, organ_id),
        KEY (site, recipient_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE finding_disposal (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        finding_id BINARY(16) NOT NULL,
        disposals TEXT NOT NULL,
        PRIMARY KEY (site, finding_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'clues-0005-outcome',
    sql: [
      `CREATE TABLE outcome (
        ${AGGREGATE_COLUMNS},
        clue_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NULL,
        round_id BINARY(16) NULL,
        organ_id BINARY(16) NOT NULL,
        state VARCHAR(10) NOT NULL,
        kind VARCHAR(16) NOT NULL,
        form TINYINT NULL,
        persons MEDIUMTEXT NOT NULL COMMENT 'pseudonyms',
        amount BIGINT NULL,
        adjusts_post BOOLEAN NOT NULL,
        happened_on DATE NOT NULL,
        recorded_by BINARY(16) NOT NULL,
        withdrawal MEDIUMTEXT NULL COMMENT 'restricted: reason',
        KEY (site, happened_on, id),
        KEY (site, clue_id),
        KEY (site, round_id, happened_on, id),
        KEY (site, organ_id, happened_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  // Looks are kept by the kit.
  { name: 'clues-0006-looks-of-the-kit', sql: ['DROP TABLE look'] },
  {
    name: 'clues-0007-transfer-proof',
    sql: [
      `ALTER TABLE transfer
        ADD COLUMN letter MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN receipt MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD COLUMN organ_signature MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL`,
      `CREATE TABLE department_key (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        client_id BINARY(16) NOT NULL,
        kid CHAR(43) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        jwk TEXT NOT NULL COMMENT 'public',
        PRIMARY KEY (site, client_id, kid)
      ) ENGINE=InnoDB`,
    ],
  },
];
