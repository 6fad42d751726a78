/** The schema of a service that listens: the kit's tables, and one in which listeners of a test write down what they did. */
import { idToBytes } from '@xuncha/domain-kit';
import type { Envelope } from '@xuncha/service-kit';
import type { EntityManager } from 'typeorm';
import { eventually } from './eventually.js';
import { SourceUnderTest } from './publish-events.js';
import { SchemaUnderTest, type Environment } from './schema-under-test.js';

/** Nothing keeps a listener that runs twice from being seen. */
const effects = {
  name: 'effects',
  sql: [
    `CREATE TABLE effect (
      serial BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      aggregate_id BINARY(16) NOT NULL,
      version INT UNSIGNED NOT NULL,
      type VARCHAR(100) NOT NULL
    ) ENGINE=InnoDB`,
  ],
};

export class EffectsUnderTest extends SchemaUnderTest {
  constructor(environment: Environment = {}) {
    super('reader', [effects], environment);
  }

  async source(service?: string): Promise<SourceUnderTest> {
    const { nats } = this.runtimes[0] ?? (await this.replica());
    return new SourceUnderTest(nats, this.config.prefix, service);
  }

  /** Writes down what a listener is told, in its transaction. */
  write = async ({ aggregateId, version, type }: Envelope, manager: EntityManager): Promise<void> => {
    await manager.query('INSERT INTO effect (aggregate_id, version, type) VALUES (?, ?, ?)', [
      idToBytes(aggregateId),
      version,
      type,
    ]);
  };

  /** Versions of an aggregate in the order in which they took effect. */
  async versions(aggregateId: string): Promise<number[]> {
    const rows = await this.rows<{ version: number }>(
      'SELECT version FROM effect WHERE aggregate_id = ? ORDER BY serial',
      [idToBytes(aggregateId)],
    );
    return rows.map((row) => row.version);
  }

  async eventuallyVersions(aggregateId: string, expected: readonly number[]): Promise<void> {
    await eventually(async () => {
      const found = await this.versions(aggregateId);
      if (found.join() !== expected.join())
        throw new Error(`${found.join()} took effect, not ${expected.join()}`);
      return true;
    });
  }
}
