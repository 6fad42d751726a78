/** Rectification's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, type Migration } from '@xuncha/service-kit';

const PLACE_COLUMNS = `inspection_id BINARY(16) NOT NULL,
        assignment_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL`;

export const migrations: readonly Migration[] = [
  {
    name: 'rectification-0001-case',
    sql: [
      `CREATE TABLE rectification_case (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        feedback_id BINARY(16) NOT NULL,
        state VARCHAR(20) NOT NULL,
        profile VARCHAR(64) NOT NULL,
        opened_on DATE NOT NULL,
        plan_due_on DATE NOT NULL,
        reports_due_from DATE NOT NULL,
        reports_due_on DATE NOT NULL,
        closed_on DATE NULL,
        findings MEDIUMTEXT NOT NULL,
        plans MEDIUMTEXT NOT NULL COMMENT 'restricted: names of responsible persons',
        slips MEDIUMTEXT NOT NULL,
        reports MEDIUMTEXT NOT NULL,
        reviews MEDIUMTEXT NOT NULL COMMENT 'restricted: names of reviewers',
        assessments MEDIUMTEXT NOT NULL,
        reopenings MEDIUMTEXT NOT NULL,
        signer_id BINARY(16) NULL,
        signer_reason BLOB NULL COMMENT 'sealed',
        KEY (site, opened_on, id),
        KEY (site, inspection_id),
        KEY (site, round_id, opened_on, id),
        KEY (site, organization_id, opened_on, id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE finding_meeting (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        finding_id BINARY(16) NOT NULL,
        case_id BINARY(16) NULL,
        item_id BINARY(16) NULL COMMENT 'immediate item',
        PRIMARY KEY (site, finding_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'rectification-0002-item',
    sql: [
      `CREATE TABLE item (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        finding_id BINARY(16) NOT NULL,
        case_id BINARY(16) NULL,
        state VARCHAR(12) NOT NULL,
        immediate BOOLEAN NOT NULL,
        profile VARCHAR(64) NOT NULL,
        opened_on DATE NOT NULL,
        measure VARCHAR(1000) NULL,
        responsible VARCHAR(100) NULL COMMENT 'restricted: a person',
        due_from DATE NOT NULL,
        due_on DATE NOT NULL,
        closed_on DATE NULL,
        submissions MEDIUMTEXT NOT NULL COMMENT 'restricted: actual persons of the result',
        returns MEDIUMTEXT NOT NULL,
        closings MEDIUMTEXT NOT NULL,
        checks MEDIUMTEXT NOT NULL,
        reopenings MEDIUMTEXT NOT NULL,
        KEY (site, due_on, id),
        KEY (site, case_id),
        KEY (site, finding_id),
        KEY (site, inspection_id),
        KEY (site, organization_id, due_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'rectification-0003-outcome',
    sql: [
      `CREATE TABLE outcome (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        item_id BINARY(16) NOT NULL,
        case_id BINARY(16) NULL,
        finding_id BINARY(16) NOT NULL,
        state VARCHAR(12) NOT NULL,
        kind VARCHAR(20) NOT NULL,
        title VARCHAR(300) NOT NULL,
        happened_on DATE NOT NULL,
        amount BIGINT NULL COMMENT 'fen',
        instalment TEXT NULL,
        persons MEDIUMTEXT NOT NULL COMMENT 'restricted: who was held accountable',
        recorded_by BINARY(16) NOT NULL,
        withdrawal TEXT NULL,
        KEY (site, happened_on, id),
        KEY (site, item_id),
        KEY (site, inspection_id),
        KEY (site, round_id, happened_on, id),
        KEY (site, organization_id, happened_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'rectification-0004-supervision',
    sql: [
      `CREATE TABLE supervision (
        ${AGGREGATE_COLUMNS},
        ${PLACE_COLUMNS},
        kind VARCHAR(8) NOT NULL,
        number VARCHAR(64) NULL COMMENT 'of an order',
        matter VARCHAR(8) NOT NULL,
        case_id BINARY(16) NULL,
        item_id BINARY(16) NULL,
        due_on DATE NOT NULL,
        issued_on DATE NOT NULL,
        KEY (site, issued_on, id),
        KEY (site, case_id),
        KEY (site, item_id),
        KEY (site, organization_id, issued_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'rectification-0005-look',
    sql: [
      `CREATE TABLE look (
        ${AGGREGATE_COLUMNS},
        at VARCHAR(20) NOT NULL,
        record_id BINARY(16) NOT NULL,
        account_id BINARY(16) NOT NULL,
        taken_at DATETIME(6) NOT NULL,
        KEY (site, record_id, id),
        KEY (site, account_id, id)
      ) ENGINE=InnoDB`,
    ],
  },
  // Looks are kept by the kit.
  { name: 'rectification-0006-looks-of-the-kit', sql: ['DROP TABLE look'] },
  {
    name: 'rectification-0007-counts',
    // The numbers on the tabs of a ledger are counted on these.
    sql: [
      'ALTER TABLE rectification_case ADD KEY (site, state, organization_id)',
      'ALTER TABLE item ADD KEY (site, state, round_id, organization_id)',
    ],
  },
  {
    name: 'rectification-0008-items-of-a-round',
    sql: ['ALTER TABLE item ADD KEY (site, round_id, due_on, id)'],
  },
  {
    name: 'rectification-0009-advice-letter',
    sql: [
      `CREATE TABLE advice_letter (
        ${AGGREGATE_COLUMNS},
        number VARCHAR(64) NULL,
        organization_id BINARY(16) NOT NULL,
        round_id BINARY(16) NULL,
        subject VARCHAR(100) NOT NULL,
        cause TEXT NOT NULL,
        advice TEXT NOT NULL,
        state VARCHAR(12) NOT NULL,
        drafted_on DATE NOT NULL,
        sent_on DATE NULL,
        due_on DATE NULL,
        answer MEDIUMTEXT NULL,
        returned TEXT NULL,
        changes MEDIUMTEXT NOT NULL,
        no_change TEXT NULL,
        closed_on DATE NULL,
        withdrawal TEXT NULL,
        KEY (site, drafted_on, id),
        KEY (site, state, organization_id),
        KEY (site, round_id, drafted_on, id),
        KEY (site, organization_id, drafted_on, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'rectification-0010-answers-are-owed',
    // The answer to an advice letter comes of no one inspection.
    sql: [
      'ALTER TABLE advice_letter ADD COLUMN files MEDIUMTEXT NULL',
      `ALTER TABLE supervision
        MODIFY inspection_id BINARY(16) NULL,
        MODIFY assignment_id BINARY(16) NULL,
        MODIFY round_id BINARY(16) NULL,
        ADD COLUMN advice_letter_id BINARY(16) NULL,
        ADD KEY (site, advice_letter_id)`,
    ],
  },
];
