/** Looks into the schemas of an installation as its administrator; nothing here writes. */
import mysql from 'mysql2/promise';

export class Database {
  #pool;
  #prefix;

  constructor(url, prefix) {
    this.#pool = mysql.createPool({ uri: url, connectionLimit: 4, timezone: 'Z', charset: 'utf8mb4_bin' });
    // A connection that breaks while nobody uses it would end the process.
    this.#pool.pool.on('connection', (connection) => connection.on('error', () => undefined));
    this.#prefix = prefix;
  }

  /** `{planning}.journal` stands for the journal of planning. */
  async query(sql, values = []) {
    const named = sql.replaceAll(/\{(\w+)\}/g, (_, service) => `\`${this.#prefix}_${service}\``);
    return (await this.#pool.query(named, values))[0];
  }

  async close() {
    await this.#pool.end();
  }
}
