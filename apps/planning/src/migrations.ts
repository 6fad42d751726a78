/** Planning's own tables. Expand, then contract; never edit one that has shipped. */
import {
  AGGREGATE_COLUMNS,
  errandMigration,
  longImportColumn,
  searchMigration,
  type Migration,
} from '@xuncha/service-kit';

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
  {
    name: 'planning-0002-register-import',
    sql: [
      `CREATE TABLE register_import (
        ${AGGREGATE_COLUMNS},
        file MEDIUMTEXT NOT NULL,
        imported_on DATE NOT NULL,
        \`rows\` BIGINT NOT NULL,
        registered BIGINT NOT NULL,
        known BIGINT NOT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'planning-0003-term-and-round',
    sql: [
      `CREATE TABLE term (
        ${AGGREGATE_COLUMNS},
        name VARCHAR(60) NOT NULL,
        first_day DATE NOT NULL,
        last_day DATE NOT NULL,
        state VARCHAR(12) NOT NULL,
        proposed_by BINARY(16) NOT NULL
      ) ENGINE=InnoDB`,
      `CREATE TABLE round (
        ${AGGREGATE_COLUMNS},
        term_id BINARY(16) NOT NULL,
        name VARCHAR(100) NOT NULL,
        number VARCHAR(64) NULL,
        kind VARCHAR(12) NOT NULL,
        ways MEDIUMTEXT NOT NULL,
        led_by VARCHAR(12) NOT NULL,
        joint BOOLEAN NOT NULL,
        \`cross\` BOOLEAN NOT NULL,
        upgraded BOOLEAN NOT NULL,
        theme VARCHAR(64) NULL,
        lead_organization_id BINARY(16) NULL,
        batches MEDIUMTEXT NOT NULL,
        examined_since DATE NOT NULL,
        examined_until DATE NULL,
        state VARCHAR(12) NOT NULL,
        profile VARCHAR(64) NULL,
        submitted_by BINARY(16) NULL,
        decided_by BINARY(16) NULL,
        opinion VARCHAR(500) NULL,
        approved_on DATE NULL,
        closed_on DATE NULL,
        cancel_reason VARCHAR(500) NULL,
        KEY (site, term_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'planning-0004-assignment',
    sql: [
      `CREATE TABLE assignment (
        ${AGGREGATE_COLUMNS},
        round_id BINARY(16) NOT NULL,
        batch BIGINT NOT NULL,
        team_id BINARY(16) NOT NULL,
        designation VARCHAR(60) NOT NULL,
        members MEDIUMTEXT NOT NULL,
        organizations MEDIUMTEXT NOT NULL,
        state VARCHAR(12) NOT NULL,
        issued_on DATE NULL,
        cancel_reason VARCHAR(500) NULL,
        KEY (site, round_id, id),
        KEY (site, team_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
      // claim: 1 while the assignment stands, null once it is cancelled, and then the organization is free again.
      `CREATE TABLE assignment_organization (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        assignment_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        claim TINYINT NULL,
        PRIMARY KEY (site, assignment_id, organization_id),
        UNIQUE KEY once_per_round (site, round_id, organization_id, claim),
        KEY (site, organization_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'planning-0005-hearing',
    sql: [
      `CREATE TABLE hearing (
        ${AGGREGATE_COLUMNS},
        body VARCHAR(20) NOT NULL,
        held_on DATE NOT NULL,
        round_ids MEDIUMTEXT NOT NULL,
        decisions MEDIUMTEXT NOT NULL,
        KEY (site, held_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'planning-0006-coverage',
    sql: [
      // Projection of onsite's entries; can be rebuilt.
      `CREATE TABLE site_entry (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        inspection_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        entered_on DATE NOT NULL,
        PRIMARY KEY (site, inspection_id),
        KEY (site, organization_id, entered_on)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'planning-0007-authorized-team',
    sql: [
      // Copies of what talent announces.
      `CREATE TABLE authorized_team (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        members MEDIUMTEXT NOT NULL,
        PRIMARY KEY (site, team_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE team_clearance (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL COMMENT 'none of the team must stay away from it',
        PRIMARY KEY (site, team_id, organization_id)
      ) ENGINE=InnoDB`,
      // Until talent there were teams that planning itself had authorized with their first assignment: those go on as they are.
      `INSERT INTO authorized_team (site, team_id, members)
        SELECT site, team_id, MAX(members) FROM assignment WHERE state IN ('issued', 'entered', 'left') GROUP BY site, team_id`,
      `INSERT INTO team_clearance (site, team_id, organization_id)
        SELECT DISTINCT a.site, a.team_id, o.organization_id FROM assignment a
        JOIN authorized_team t ON t.site = a.site AND t.team_id = a.team_id
        JOIN assignment_organization o ON o.site = a.site AND o.assignment_id = a.id
        WHERE a.state <> 'cancelled'`,
    ],
  },
  {
    name: 'planning-0008-counts',
    // The numbers on the tabs of a ledger are counted on these.
    sql: [
      'ALTER TABLE organization ADD KEY (site, state, kind)',
      'ALTER TABLE `round` ADD KEY (site, state, term_id)',
      'ALTER TABLE assignment ADD KEY (site, state, round_id, team_id)',
    ],
  },
  searchMigration('planning-0009-search'),
  errandMigration('planning-0010-errand'),
  { name: 'planning-0011-long-import', sql: [longImportColumn('register_import')] },
  {
    name: 'planning-0012-archive-file',
    sql: [
      `CREATE TABLE archive_file (
        ${AGGREGATE_COLUMNS},
        number VARCHAR(64) NOT NULL,
        title VARCHAR(300) NOT NULL,
        round_id BINARY(16) NOT NULL,
        assignment_id BINARY(16) NULL,
        team_id BINARY(16) NULL,
        subject_id BINARY(16) NOT NULL COMMENT 'assignment, or the round itself',
        organization_ids MEDIUMTEXT NOT NULL,
        \`lines\` MEDIUMTEXT NOT NULL,
        state VARCHAR(12) NOT NULL,
        opened_on DATE NOT NULL,
        closed_on DATE NULL,
        contents_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        handed_over_on DATE NULL,
        receiver VARCHAR(100) NULL,
        receipt_number VARCHAR(64) NULL,
        UNIQUE KEY one_subject (site, subject_id),
        KEY (site, round_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
    ],
  },
];
