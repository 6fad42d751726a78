/** Talent's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, errandMigration, longImportColumn, type Migration } from '@xuncha/service-kit';

export const migrations: readonly Migration[] = [
  {
    name: 'talent-0001-organization',
    sql: [
      // Projection of planning's register; can be rebuilt.
      `CREATE TABLE organization (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        id BINARY(16) NOT NULL,
        code VARCHAR(64) NOT NULL,
        name VARCHAR(100) NOT NULL,
        kind VARCHAR(24) NOT NULL,
        parent_id BINARY(16) NULL,
        merged_into_id BINARY(16) NULL,
        PRIMARY KEY (site, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0002-inspector',
    sql: [
      `CREATE TABLE inspector (
        ${AGGREGATE_COLUMNS},
        code VARCHAR(64) NOT NULL,
        name BLOB NOT NULL,
        state VARCHAR(12) NOT NULL,
        \`force\` VARCHAR(12) NOT NULL,
        expert BOOLEAN NOT NULL,
        sex VARCHAR(8) NOT NULL,
        born DATE NOT NULL,
        party_since DATE NULL,
        account_id BINARY(16) NULL,
        organization_id BINARY(16) NULL,
        unit VARCHAR(100) NULL,
        home_id BINARY(16) NULL,
        \`rank\` VARCHAR(20) NOT NULL,
        specialities MEDIUMTEXT NOT NULL,
        career MEDIUMTEXT NOT NULL,
        kin MEDIUMTEXT NOT NULL,
        registered_on DATE NOT NULL,
        pooled_on DATE NULL,
        reason VARCHAR(500) NULL,
        trainings MEDIUMTEXT NOT NULL,
        posts MEDIUMTEXT NOT NULL,
        assessments MEDIUMTEXT NOT NULL,
        promotions MEDIUMTEXT NOT NULL,
        recommendations MEDIUMTEXT NOT NULL,
        UNIQUE KEY one_code (site, code),
        UNIQUE KEY one_account (site, account_id),
        KEY (site, state, id),
        KEY (site, \`force\`, code)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0003-participation',
    sql: [
      // Projection of talent's own teams; can be rebuilt.
      `CREATE TABLE participation (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        inspector_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        role VARCHAR(12) NOT NULL,
        joined_on DATE NOT NULL,
        left_on DATE NULL,
        PRIMARY KEY (site, team_id, inspector_id),
        KEY (site, inspector_id, round_id),
        KEY (site, joined_on)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0004-call-up',
    sql: [
      // claim: 1 while the request stands, null once it is refused, and then the person may be asked for again.
      `CREATE TABLE call_up (
        ${AGGREGATE_COLUMNS},
        number VARCHAR(64) NOT NULL,
        inspector_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        state VARCHAR(12) NOT NULL,
        from_day DATE NOT NULL,
        until_day DATE NOT NULL,
        requested_by BINARY(16) NOT NULL,
        requested_on DATE NOT NULL,
        answer MEDIUMTEXT NULL,
        started_on DATE NULL,
        ended_on DATE NULL,
        claim TINYINT NULL,
        UNIQUE KEY once_per_round (site, inspector_id, round_id, claim),
        KEY (site, round_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0005-roster',
    sql: [
      `CREATE TABLE roster_import (
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
    name: 'talent-0006-look',
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
  {
    name: 'talent-0007-round-plan',
    sql: [
      // Copies of what planning tells.
      `CREATE TABLE known_round (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        round_id BINARY(16) NOT NULL,
        profile VARCHAR(64) NOT NULL,
        \`cross\` BOOLEAN NOT NULL,
        led_by VARCHAR(12) NOT NULL,
        starts_on DATE NULL,
        ends_on DATE NULL,
        is_over BOOLEAN NOT NULL,
        PRIMARY KEY (site, round_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE planned_organization (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        assignment_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        round_id BINARY(16) NOT NULL,
        team_id BINARY(16) NOT NULL,
        designation VARCHAR(60) NOT NULL,
        entered BOOLEAN NOT NULL,
        PRIMARY KEY (site, assignment_id, organization_id),
        KEY (site, team_id),
        KEY (site, round_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0008-team',
    sql: [
      `CREATE TABLE team (
        ${AGGREGATE_COLUMNS},
        round_id BINARY(16) NOT NULL,
        designation VARCHAR(60) NOT NULL,
        members MEDIUMTEXT NOT NULL,
        state VARCHAR(12) NOT NULL,
        proposed_by BINARY(16) NULL,
        checked_by BINARY(16) NULL,
        checked_on DATE NULL,
        authorized_by BINARY(16) NULL,
        authorized_on DATE NULL,
        released_on DATE NULL,
        clear_of MEDIUMTEXT NOT NULL,
        replacements MEDIUMTEXT NOT NULL,
        withdraw_reason VARCHAR(500) NULL,
        KEY (site, round_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE team_member (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        inspector_id BINARY(16) NOT NULL,
        PRIMARY KEY (site, team_id, inspector_id),
        KEY (site, inspector_id)
      ) ENGINE=InnoDB`,
      // What the last check of each team came to.
      `CREATE TABLE team_check (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        inspector_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        reasons VARCHAR(40) NOT NULL COMMENT 'none: the person may go there',
        PRIMARY KEY (site, team_id, inspector_id, organization_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0009-recusal',
    sql: [
      `CREATE TABLE recusal (
        ${AGGREGATE_COLUMNS},
        team_id BINARY(16) NOT NULL,
        inspector_id BINARY(16) NOT NULL,
        account_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        reasons MEDIUMTEXT NOT NULL,
        entered BOOLEAN NOT NULL,
        custodian BOOLEAN NOT NULL,
        state VARCHAR(12) NOT NULL,
        found_on DATE NOT NULL,
        ended_on DATE NULL,
        KEY (site, team_id, id),
        KEY (site, state, id)
      ) ENGINE=InnoDB`,
      // Copy of identity's grants that make somebody a custodian of petitions or clues.
      `CREATE TABLE custodian (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        grant_id BINARY(16) NOT NULL,
        account_id BINARY(16) NOT NULL,
        PRIMARY KEY (site, grant_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'talent-0010-composition',
    sql: [
      `CREATE TABLE composition (
        ${AGGREGATE_COLUMNS},
        round_id BINARY(16) NOT NULL,
        needs MEDIUMTEXT NOT NULL,
        state VARCHAR(12) NOT NULL,
        started_by BINARY(16) NOT NULL,
        started_on DATE NOT NULL,
        result MEDIUMTEXT NULL,
        KEY (site, round_id, id),
        KEY (state, id)
      ) ENGINE=InnoDB`,
      // Who searches and how far that is; a row without its search is of no use and no harm.
      `CREATE TABLE composition_search (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        composition_id BINARY(16) NOT NULL,
        holder BINARY(16) NOT NULL,
        held_until DATETIME(6) NOT NULL,
        phase VARCHAR(12) NOT NULL,
        elapsed INT UNSIGNED NOT NULL COMMENT 'milliseconds',
        points DOUBLE NULL,
        bound DOUBLE NULL,
        PRIMARY KEY (site, composition_id)
      ) ENGINE=InnoDB`,
    ],
  },
  // Looks are kept by the kit.
  { name: 'talent-0011-looks-of-the-kit', sql: ['DROP TABLE look'] },
  errandMigration('talent-0012-errand'),
  { name: 'talent-0013-long-import', sql: [longImportColumn('roster_import')] },
];
