/**
 * The kit's own tables, the same in every service's schema. Same SQL on MariaDB and MySQL. Times are UTC with microseconds;
 * ids are BINARY(16). `journal`, `seal`, `checkpoint` and `refusal` are insert-only: the service's database user may not update or delete them.
 */
import type { Migration } from './database.js';
import { recordMigration } from './journal/record.migration.js';
import { lookMigration } from './look/schema.js';

export const INSERT_ONLY = ['journal', 'seal', 'checkpoint', 'refusal'] as const;

export const kitMigrations: readonly Migration[] = [
  {
    name: 'kit-0001-journal',
    sql: [
      `CREATE TABLE journal (
        position BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        id BINARY(16) NOT NULL,
        epoch INT UNSIGNED NOT NULL,
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        aggregate VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        aggregate_id BINARY(16) NOT NULL,
        version INT UNSIGNED NOT NULL,
        type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        classification VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor BINARY(16) NULL COMMENT 'account; null where the system itself acted',
        effective DATE NOT NULL,
        recorded_at DATETIME(6) NOT NULL,
        causation BINARY(16) NULL COMMENT 'event that led to this one',
        correlation BINARY(16) NOT NULL COMMENT 'request at the start of the chain',
        traceparent VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        body MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        row_hash BINARY(32) NOT NULL COMMENT 'of the canonical row after this version',
        UNIQUE KEY one_row_one_version (aggregate_id, version),
        UNIQUE KEY (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
      // ordinal: publishing order over all sites of this service, without gaps. number: without gaps per site.
      `CREATE TABLE seal (
        ordinal BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        number BIGINT UNSIGNED NOT NULL,
        position BIGINT UNSIGNED NOT NULL,
        hash BINARY(32) NOT NULL COMMENT 'sha256(previous hash of the site, canonical journal row)',
        UNIQUE KEY (site, number),
        UNIQUE KEY (position)
      ) ENGINE=InnoDB`,
      `CREATE TABLE lease (
        name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        holder BINARY(16) NULL,
        fence BIGINT UNSIGNED NOT NULL,
        expires_at DATETIME(6) NOT NULL
      ) ENGINE=InnoDB`,
      // One row. A message's sequence in the stream is its ordinal; the stream begins at first_ordinal and is known to hold
      // everything up to `published`.
      `CREATE TABLE relay (
        id TINYINT NOT NULL PRIMARY KEY,
        epoch INT UNSIGNED NOT NULL,
        stream_created VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        first_ordinal BIGINT UNSIGNED NOT NULL,
        published BIGINT UNSIGNED NOT NULL,
        sealed_floor BIGINT UNSIGNED NOT NULL COMMENT 'every journal row there can ever be up to this position is sealed'
      ) ENGINE=InnoDB`,
      `INSERT INTO relay VALUES (1, 1, NULL, 1, 0, 0)`,
      // What each consumer anywhere has told us it has applied, so that a lost stream is refilled from the lowest need.
      `CREATE TABLE subscriber (
        consumer VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        ordinal BIGINT UNSIGNED NOT NULL COMMENT 'everything up to here is applied there',
        seen_at DATETIME(6) NOT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'kit-0002-consumer',
    sql: [
      `CREATE TABLE applied (
        consumer VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        aggregate_id BINARY(16) NOT NULL,
        version INT UNSIGNED NOT NULL,
        held INT UNSIGNED NOT NULL COMMENT 'how many later versions are kept in table held',
        PRIMARY KEY (consumer, source, aggregate_id)
      ) ENGINE=InnoDB`,
      // A version that came too early or failed and will be tried again (waiting), or failed for good (parked). Either holds back its
      // own aggregate only.
      `CREATE TABLE held (
        consumer VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        aggregate_id BINARY(16) NOT NULL,
        version INT UNSIGNED NOT NULL,
        state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting or parked',
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        type VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        event MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'envelope and body as JSON',
        error TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
        attempts INT UNSIGNED NOT NULL DEFAULT 0,
        held_at DATETIME(6) NOT NULL,
        tried_at DATETIME(6) NOT NULL,
        PRIMARY KEY (consumer, source, aggregate_id, version),
        KEY (state, tried_at)
      ) ENGINE=InnoDB`,
      // Where a consumer stands in one source service. A new generation reads the source from its beginning.
      `CREATE TABLE consumer_cursor (
        consumer VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        source VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        aggregates TEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what it reads, as JSON',
        generation INT UNSIGNED NOT NULL,
        epoch INT UNSIGNED NOT NULL COMMENT 'latest it accepts; 0 before the first contact',
        ordinal BIGINT UNSIGNED NOT NULL COMMENT 'everything up to here is applied or held',
        clearing BOOLEAN NOT NULL COMMENT 'a rebuild is emptying its tables: nothing may be applied',
        PRIMARY KEY (consumer, source)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'kit-0003-command',
    sql: [
      `CREATE TABLE idempotency (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account BINARY(16) NOT NULL,
        contract VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        request_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        input_hash BINARY(32) NOT NULL,
        result_id BINARY(16) NOT NULL,
        result_version INT UNSIGNED NOT NULL,
        result_number VARCHAR(64) NULL,
        made_at DATETIME(6) NOT NULL,
        PRIMARY KEY (site, account, contract, request_key),
        KEY (made_at)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin`,
      `CREATE TABLE number_sequence (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        series VARCHAR(16) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        year SMALLINT UNSIGNED NOT NULL,
        last INT UNSIGNED NOT NULL,
        PRIMARY KEY (site, series, year)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'kit-0004-access-and-time',
    sql: [
      // Projection of identity's sites; clock is set for rehearsal sites only, fired_until says how far this service has fired rungs.
      `CREATE TABLE site (
        code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        mode VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'live or rehearsal',
        abbreviation VARCHAR(8) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        clock DATETIME(6) NULL,
        fired_until DATETIME(6) NULL
      ) ENGINE=InnoDB`,
      `CREATE TABLE access_grant (
        id BINARY(16) NOT NULL PRIMARY KEY,
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id BINARY(16) NOT NULL,
        role VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        organization_id BINARY(16) NULL,
        team_id BINARY(16) NULL,
        KEY (site, account_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE access_recusal (
        id BINARY(16) NOT NULL PRIMARY KEY,
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        account_id BINARY(16) NOT NULL,
        organization_id BINARY(16) NOT NULL,
        KEY (site, account_id)
      ) ENGINE=InnoDB`,
      `CREATE TABLE access_disabled (
        account_id BINARY(16) NOT NULL PRIMARY KEY
      ) ENGINE=InnoDB`,
      // due_at null: met or cancelled. Each (deadline, rung) fires once: the claim is the primary key of rung.
      `CREATE TABLE deadline (
        aggregate_id BINARY(16) NOT NULL,
        name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        due_at DATETIME(6) NULL,
        amber_at DATETIME(6) NULL,
        next_at DATETIME(6) NULL COMMENT 'earliest rung that has not fired',
        PRIMARY KEY (aggregate_id, name),
        KEY (site, next_at)
      ) ENGINE=InnoDB`,
      `CREATE TABLE rung (
        aggregate_id BINARY(16) NOT NULL,
        name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        rung VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'amber or due',
        due_at DATETIME(6) NOT NULL,
        fired_at DATETIME(6) NOT NULL,
        PRIMARY KEY (aggregate_id, name, rung, due_at)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'kit-0005-sealing',
    sql: [
      // Key of a record, wrapped by a version of its site's key. It stands beside the rows because wrapping it anew must not change them.
      `CREATE TABLE record_key (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        record_id BINARY(16) NOT NULL,
        version SMALLINT UNSIGNED NOT NULL,
        wrapped VARBINARY(255) NOT NULL,
        PRIMARY KEY (site, record_id),
        KEY (site, version)
      ) ENGINE=InnoDB`,
      // Which version wraps what is new. Whoever makes a key shares the lock of this row until its commit.
      `CREATE TABLE site_key (
        site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        version SMALLINT UNSIGNED NOT NULL
      ) ENGINE=InnoDB`,
    ],
  },
  recordMigration,
  {
    name: 'kit-0005-sessions',
    sql: [
      // A session that ended before its tokens ran out.
      `CREATE TABLE access_ended_session (
        session_id BINARY(16) NOT NULL PRIMARY KEY,
        forget_at DATETIME(6) NOT NULL,
        KEY (forget_at)
      ) ENGINE=InnoDB`,
    ],
  },
  {
    name: 'kit-0005-grant-dates',
    // FROM is a word of SQL.
    sql: ['ALTER TABLE access_grant ADD COLUMN valid_from DATE NULL, ADD COLUMN valid_until DATE NULL'],
  },
  lookMigration,
];
