/** A command with its journal row, through the service's door, beside a raw transaction of two inserts; 16 connections each. */
import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';
import { newId } from '@xuncha/domain-kit';
import { startServices } from '@xuncha/testing';
import { notes, writeNote } from '@xuncha/testing/notes';
import { paired, perSecond, rate } from './measure.mjs';

const TOTAL = 4000;
const CONNECTIONS = 16;

export async function command(runs) {
  const system = await startServices([notes]);
  const schema = `${system.config.prefix}_raw`;
  const pool = await rawSchema(system.config.mysqlUrl, schema);
  try {
    const office = await system.person('office');
    const organizationId = newId();
    let serial = 0;
    const ours = () =>
      rate(TOTAL, 2 * CONNECTIONS, () =>
        system.ask(writeNote, { organizationId, text: `n${serial++}` }, office),
      );
    const raw = () => rate(TOTAL, CONNECTIONS, () => twoInserts(pool));
    const found = await paired(runs, ours, raw);
    return {
      what: 'command with journal row / raw two inserts, 16 connections',
      ours: perSecond(found.ours),
      raw: perSecond(found.raw),
      ratio: found.ratio,
      goal: 0.6,
    };
  } finally {
    await pool.query(`DROP DATABASE ${schema}`);
    await pool.end();
    await system.stop();
  }
}

async function rawSchema(uri, schema) {
  const pool = mysql.createPool({ uri, connectionLimit: CONNECTIONS });
  await pool.query(`CREATE DATABASE ${schema}`);
  await pool.query(
    `CREATE TABLE ${schema}.journal (position BIGINT AUTO_INCREMENT PRIMARY KEY, id BINARY(16), body TEXT, UNIQUE (id)) ENGINE=InnoDB`,
  );
  await pool.query(`CREATE TABLE ${schema}.state (id BINARY(16) PRIMARY KEY, body TEXT) ENGINE=InnoDB`);
  pool.schema = schema;
  return pool;
}

const BODY = 'x'.repeat(300);
async function twoInserts(pool) {
  const connection = await pool.getConnection();
  const id = randomBytes(16);
  await connection.query('START TRANSACTION');
  await connection.query(`INSERT INTO ${pool.schema}.journal (id, body) VALUES (?, ?)`, [id, BODY]);
  await connection.query(`INSERT INTO ${pool.schema}.state VALUES (?, ?)`, [id, BODY]);
  await connection.query('COMMIT');
  connection.release();
}
