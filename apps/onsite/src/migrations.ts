/** Onsite's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, errandMigration, searchMigration, type Migration } from '@xuncha/service-kit';
import { PLACE_COLUMNS } from './inspection/place.row.js';

export const migrations: readonly Migration[] = [
  {
    name: 'onsite-0001-inspection',
    sql: [
      `CREATE TABLE inspection (
        ${AGGREGATE_COLUMNS},
        assignment_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        batch TINYINT UNSIGNED NOT NULL,
        organization_id BINARY(16) NOT NULL,
        organization_kind VARCHAR(24) NOT NULL,
        team_id BINARY(16) NOT NULL,
        designation VARCHAR(60) NOT NULL,
        members TEXT NOT NULL,
        key_matters BOOLEAN NOT NULL,
        profile VARCHAR(64) NOT NULL,
        state VARCHAR(16) NOT NULL,
        since DATE NOT NULL,
        entered_on DATE NULL,
        left_on DATE NULL,
        reported_on DATE NULL,
        decided_on DATE NULL,
        feedback_due_on DATE NULL,
        fed_back_on DATE NULL,
        archived_on DATE NULL,
        extensions TEXT NOT NULL,
        KEY (site, assignment_id),
        KEY (site, round_id),
        KEY (site, organization_id),
        KEY (site, team_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0002-activity',
    sql: [
      `CREATE TABLE activity (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        kind VARCHAR(20) NOT NULL,
        title VARCHAR(200) NOT NULL,
        notes MEDIUMTEXT NULL,
        done_on DATE NOT NULL,
        recorded_by BINARY(16) NOT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0003-petition',
    sql: [
      `CREATE TABLE petition (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        number VARCHAR(40) NOT NULL,
        channel VARCHAR(10) NOT NULL,
        content BLOB NOT NULL COMMENT 'sealed',
        sender BLOB NULL COMMENT 'sealed',
        consent BOOLEAN NOT NULL,
        concerns_id BINARY(16) NOT NULL,
        profile VARCHAR(64) NOT NULL,
        state VARCHAR(10) NOT NULL,
        received_on DATE NOT NULL,
        due_on DATE NOT NULL,
        assignee_id BINARY(16) NULL,
        verdict VARCHAR(16) NULL,
        result BLOB NULL COMMENT 'sealed',
        referred_to_id BINARY(16) NULL,
        referred_with_sender BOOLEAN NOT NULL,
        answer BLOB NULL COMMENT 'sealed',
        answered_on DATE NULL,
        closed_by BINARY(16) NULL,
        closed_on DATE NULL,
        opening TEXT NULL,
        UNIQUE KEY one_number (site, number)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0004-taxonomy',
    sql: [
      `CREATE TABLE taxonomy (
        ${AGGREGATE_COLUMNS},
        code VARCHAR(40) NOT NULL,
        title VARCHAR(60) NOT NULL,
        edition INT UNSIGNED NOT NULL,
        in_force_from DATE NOT NULL,
        classes MEDIUMTEXT NOT NULL,
        UNIQUE KEY one_code (site, code)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0005-working-paper',
    sql: [
      `CREATE TABLE working_paper (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        matter VARCHAR(200) NOT NULL,
        content MEDIUMTEXT NOT NULL,
        evidence MEDIUMTEXT NOT NULL,
        state VARCHAR(16) NOT NULL,
        author_id BINARY(16) NOT NULL,
        author_post VARCHAR(10) NOT NULL,
        reviewer_id BINARY(16) NULL,
        approver_id BINARY(16) NULL,
        drafted_on DATE NOT NULL,
        reviewed_on DATE NULL,
        signed_on DATE NULL,
        opinion VARCHAR(500) NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0006-finding',
    sql: [
      `CREATE TABLE finding (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        state VARCHAR(10) NOT NULL,
        title VARCHAR(200) NOT NULL,
        description TEXT NOT NULL,
        clause VARCHAR(300) NOT NULL,
        classes TEXT NOT NULL,
        amount_involved BIGINT UNSIGNED NULL COMMENT 'fen',
        five_see MEDIUMTEXT NOT NULL,
        paper_ids TEXT NOT NULL,
        confirmed_by BINARY(16) NOT NULL,
        confirmed_on DATE NOT NULL,
        immediate_due_on DATE NULL,
        disposals VARCHAR(100) NOT NULL,
        decision VARCHAR(1000) NULL,
        decided_on DATE NULL,
        merged_into_id BINARY(16) NULL,
        ended_by BINARY(16) NULL,
        ended_on DATE NULL,
        end_reason VARCHAR(500) NULL,
        KEY (site, state)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0007-report-package',
    sql: [
      `CREATE TABLE report_package (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        report MEDIUMTEXT NOT NULL,
        evaluation MEDIUMTEXT NOT NULL,
        files TEXT NOT NULL,
        state VARCHAR(16) NOT NULL,
        submitted_by BINARY(16) NOT NULL,
        submitted_on DATE NOT NULL,
        reviewed_on DATE NULL,
        opinion VARCHAR(1000) NULL,
        hearing_id BINARY(16) NULL,
        heard_on DATE NULL,
        decided_on DATE NULL
      ) ENGINE=InnoDB`,
      // What planning's events told of hearings.
      `CREATE TABLE hearing (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id BINARY(16) NOT NULL,
        held_on DATE NOT NULL,
        round_ids TEXT NOT NULL,
        PRIMARY KEY (site, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0008-feedback',
    sql: [
      `CREATE TABLE feedback (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        number VARCHAR(40) NOT NULL,
        profile VARCHAR(64) NOT NULL,
        opinion MEDIUMTEXT NOT NULL,
        findings MEDIUMTEXT NOT NULL,
        state VARCHAR(10) NOT NULL,
        prepared_on DATE NOT NULL,
        presented_on DATE NULL,
        signer TEXT NULL,
        signed_by BINARY(16) NULL,
        delivered_on DATE NULL,
        UNIQUE KEY one_number (site, number)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0009-look',
    sql: [
      `CREATE TABLE look (
        ${AGGREGATE_COLUMNS},
        at VARCHAR(16) NOT NULL,
        record_id BINARY(16) NOT NULL,
        account_id BINARY(16) NOT NULL,
        taken_at DATETIME(6) NOT NULL,
        KEY (site, record_id),
        KEY (site, account_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0010-clue',
    sql: [
      `CREATE TABLE clue (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        number VARCHAR(40) NOT NULL,
        finding_id BINARY(16) NULL,
        petition_id BINARY(16) NULL,
        nature VARCHAR(10) NOT NULL,
        urgent BOOLEAN NOT NULL,
        profile VARCHAR(64) NOT NULL,
        content MEDIUMBLOB NULL COMMENT 'sealed; null once handed over',
        state VARCHAR(10) NOT NULL,
        raised_by BINARY(16) NOT NULL,
        raised_on DATE NOT NULL,
        handed_over_on DATE NULL,
        UNIQUE KEY one_number (site, number)
      ) ENGINE=InnoDB`,
    ],
  },
  // Looks are kept by the kit.
  { name: 'onsite-0011-looks-of-the-kit', sql: ['DROP TABLE look'] },
  {
    name: 'onsite-0012-petition-about-the-team',
    sql: ['ALTER TABLE petition ADD COLUMN concerns_team BOOLEAN NOT NULL DEFAULT FALSE'],
  },
  {
    name: 'onsite-0013-counts',
    // The numbers on the tabs of a ledger are counted on these, also of those that are limited to a team or recused.
    sql: [
      'ALTER TABLE finding ADD KEY (site, state, round_id, organization_id, team_id)',
      ...['inspection', 'petition', 'working_paper', 'report_package', 'clue', 'feedback'].map(
        (table) => `ALTER TABLE ${table} ADD KEY (site, state, organization_id, team_id)`,
      ),
    ],
  },
  searchMigration('onsite-0014-search'),
  errandMigration('onsite-0015-errand'),
  {
    name: 'onsite-0016-paper-import',
    sql: [
      `CREATE TABLE paper_import (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        file MEDIUMTEXT NOT NULL,
        imported_on DATE NOT NULL,
        \`rows\` BIGINT NOT NULL,
        registered BIGINT NOT NULL,
        known BIGINT NOT NULL,
        unfinished MEDIUMTEXT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'onsite-0017-material',
    sql: [
      `CREATE TABLE material (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        title TEXT NOT NULL,
        state VARCHAR(10) NOT NULL,
        due_on DATE NOT NULL,
        asked_on DATE NOT NULL,
        asked_by BINARY(16) NOT NULL,
        supply MEDIUMTEXT NULL,
        returned MEDIUMTEXT NULL,
        receipt TEXT NULL,
        given_back TEXT NULL,
        waiver TEXT NULL,
        KEY (site, state, organization_id, team_id)
      ) ENGINE=InnoDB`,
    ],
  },
];
