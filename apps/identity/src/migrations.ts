/** Identity's own tables. Expand, then contract; never edit one that has shipped. */
import { AGGREGATE_COLUMNS, type Migration } from '@xuncha/service-kit';

export const migrations: readonly Migration[] = [
  {
    name: 'identity-0001-site',
    sql: [
      // Table `site` is the kit's: what every service knows of all sites.
      `CREATE TABLE site_register (
        ${AGGREGATE_COLUMNS},
        name VARCHAR(60) NOT NULL,
        abbreviation VARCHAR(4) NOT NULL,
        mode VARCHAR(10) NOT NULL,
        clock DATETIME(6) NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0002-account',
    sql: [
      `CREATE TABLE account (
        ${AGGREGATE_COLUMNS},
        account VARCHAR(60) NOT NULL,
        name VARCHAR(60) NOT NULL,
        password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        state VARCHAR(10) NOT NULL,
        UNIQUE KEY one_account (site, account),
        KEY (id)
      ) ENGINE=InnoDB`,
      // Of accounts that exist and of such that do not, so that a lock tells nothing; who is a hash of site and account.
      `CREATE TABLE sign_in_attempt (
        who BINARY(32) NOT NULL PRIMARY KEY,
        failures INT UNSIGNED NOT NULL,
        locked_until DATETIME(6) NOT NULL,
        KEY (locked_until)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0003-grant',
    sql: [
      // GRANT is a word of SQL.
      `CREATE TABLE role_grant (
        ${AGGREGATE_COLUMNS},
        account_id BINARY(16) NOT NULL,
        role VARCHAR(40) NOT NULL,
        organization_id BINARY(16) NULL,
        team_id BINARY(16) NULL,
        round_id BINARY(16) NULL COMMENT 'the round whose authorization gave it',
        state VARCHAR(10) NOT NULL,
        KEY (site, account_id, state),
        KEY (site, team_id),
        KEY (site, round_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE team_assignment (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        assignment_id BINARY(16) NOT NULL,
        team_id BINARY(16) NOT NULL,
        PRIMARY KEY (site, assignment_id),
        KEY (site, team_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0004-recusal',
    sql: [
      `CREATE TABLE recusal (
        ${AGGREGATE_COLUMNS},
        account_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        reason VARCHAR(200) NOT NULL,
        lifted_because VARCHAR(200) NULL,
        state VARCHAR(10) NOT NULL,
        KEY (site, account_id, state)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0005-team-roster',
    sql: [
      `CREATE TABLE team_roster (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        team_id BINARY(16) NOT NULL,
        members MEDIUMTEXT NOT NULL,
        PRIMARY KEY (site, team_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0006-sessions',
    sql: [
      `ALTER TABLE account
        MODIFY password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'null until the person has set one',
        ADD set_up_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        ADD set_up_until DATETIME(6) NULL,
        ADD has_second_factor BOOLEAN NOT NULL DEFAULT FALSE`,
      `CREATE TABLE second_factor (
        account_id BINARY(16) NOT NULL PRIMARY KEY,
        secret BLOB NOT NULL COMMENT 'sealed',
        last_step BIGINT UNSIGNED NOT NULL COMMENT 'of the last code that was taken; none up to it is good again'
      ) ENGINE=InnoDB`,
      `CREATE TABLE recovery_code (
        account_id BINARY(16) NOT NULL,
        code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        PRIMARY KEY (account_id, code_hash)
      ) ENGINE=InnoDB`,
      `ALTER TABLE role_grant ADD KEY of_account (account_id, state)`,
      `CREATE TABLE session (
        ${AGGREGATE_COLUMNS},
        account_id BINARY(16) NOT NULL,
        signed_in_by VARCHAR(20) NOT NULL,
        origin VARCHAR(64) NULL,
        opened_at DATETIME(6) NOT NULL,
        ends_at DATETIME(6) NOT NULL,
        ended_at DATETIME(6) NULL,
        ended_because VARCHAR(30) NULL,
        state VARCHAR(10) NOT NULL,
        KEY (site, account_id, state, ends_at),
        KEY (id)
      ) ENGINE=InnoDB`,
      // Apart from the session, whose every version is an event: it changes every few minutes, and nobody needs to hear of it.
      `CREATE TABLE session_renewal (
        session_id BINARY(16) NOT NULL PRIMARY KEY,
        secret_hash BINARY(32) NOT NULL,
        renewed_at DATETIME(6) NOT NULL,
        KEY (renewed_at)
      ) ENGINE=InnoDB`,
      `CREATE TABLE refused_sign_in (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id BINARY(16) NOT NULL COMMENT 'zeros where there is no such account',
        reason VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        hour DATETIME NOT NULL,
        times INT UNSIGNED NOT NULL,
        last_at DATETIME(6) NOT NULL,
        origin VARCHAR(64) NULL COMMENT 'of the last',
        PRIMARY KEY (site, account_id, reason, hour),
        KEY (site, last_at),
        KEY (hour)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0007-grant-dates',
    sql: [
      // FROM is a word of SQL.
      `ALTER TABLE role_grant ADD COLUMN \`from\` DATE NULL, ADD COLUMN until DATE NULL,
        ADD KEY (site, role, state)`,
      `CREATE TABLE round_authority (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        round_id BINARY(16) NOT NULL,
        has_ended BOOLEAN NOT NULL,
        PRIMARY KEY (site, round_id)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0008-administrator-change',
    sql: [
      `CREATE TABLE administrator_change (
        ${AGGREGATE_COLUMNS},
        account_id BINARY(16) NULL COMMENT 'whom it concerns; null for a new site',
        subject MEDIUMTEXT NOT NULL COMMENT 'what is proposed, as JSON',
        proposed_by BINARY(16) NOT NULL,
        proposed_as VARCHAR(40) NOT NULL,
        proposed_on DATE NOT NULL,
        decided_by BINARY(16) NULL,
        state VARCHAR(10) NOT NULL,
        KEY (site, account_id, state)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0009-department-client',
    sql: [
      // Keys are public; the private ones never leave their departments.
      `CREATE TABLE department_client (
        ${AGGREGATE_COLUMNS},
        name VARCHAR(60) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        scopes MEDIUMTEXT NOT NULL,
        \`keys\` MEDIUMTEXT NOT NULL,
        \`from\` DATE NOT NULL,
        until DATE NOT NULL,
        state VARCHAR(10) NOT NULL,
        KEY (id),
        KEY (site, organization_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE token_request (
        ${AGGREGATE_COLUMNS},
        client_id BINARY(16) NOT NULL,
        outcome VARCHAR(10) NOT NULL,
        scopes MEDIUMTEXT NOT NULL,
        assertion CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'hash of what names it',
        at DATETIME(6) NOT NULL,
        UNIQUE KEY one_assertion (site, client_id, assertion),
        KEY (site, client_id, at)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'identity-0010-draft',
    sql: [
      `CREATE TABLE draft (
        ${AGGREGATE_COLUMNS},
        account_id BINARY(16) NOT NULL,
        form CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'keyed hash of account and form; null once it has ended',
        state VARCHAR(10) NOT NULL,
        UNIQUE KEY one_draft (site, account_id, form)
      ) ENGINE=InnoDB`,
      // Apart from the draft, whose every version is an event: it changes every few seconds, and nobody needs to hear of it.
      `CREATE TABLE draft_content (
        draft_id BINARY(16) NOT NULL PRIMARY KEY,
        heading BLOB NOT NULL COMMENT 'sealed',
        content MEDIUMBLOB NOT NULL COMMENT 'sealed',
        seen INT UNSIGNED NOT NULL COMMENT 'how often it was kept',
        saved_at DATETIME(6) NOT NULL,
        session_id BINARY(16) NULL COMMENT 'that it was kept in last'
      ) ENGINE=InnoDB`,
    ],
  },
];
