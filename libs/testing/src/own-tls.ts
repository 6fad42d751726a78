/** A database and a broker of one test's own that speak nothing but TLS, and the CA that says who they are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './own-broker.js';

interface Issued {
  readonly certificate: string;
  readonly key: string;
}
export interface OwnTls {
  /** For services: `XC_…`, the CA among them. */
  readonly environment: Readonly<Record<'XC_MYSQL_URL' | 'XC_NATS_URL' | 'XC_TLS_CA', string>>;
  /** Another CA, which has signed nothing there. */
  readonly strangeCa: string;
  readonly gateway: { readonly cert: string; readonly key: string };
  /** Gives the broker another certificate and starts it again. */
  recertify(how: { readonly days?: number; readonly subjectAltName?: string }): Promise<void>;
  destroy(): Promise<void>;
}

export async function startOwnTls(): Promise<OwnTls> {
  const { ManagedServer } = await tool('servers/managed.mjs');
  const { nats } = await tool('servers/nats.mjs');
  const { mariadb } = await tool('servers/mariadb.mjs');
  const { throwAwayPort } = await tool('lib/ports.mjs');
  const { TestCa } = await tool('certificates.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'xuncha-tls-'));
  const [ca, strange] = ['ca', 'strange'].map((name) => new TestCa(join(folder, name)));
  const broker = new ManagedServer(nats, join(folder, 'broker'));
  const database = new ManagedServer(mariadb, join(folder, 'database'));
  for (const server of [broker, database]) {
    ca.issue(server.folder, 'server');
    await server.start({ usualPort: await throwAwayPort() });
  }
  const gateway: Issued = ca.issue(folder, 'gateway');
  return {
    environment: { XC_MYSQL_URL: database.url, XC_NATS_URL: broker.url, XC_TLS_CA: ca.file },
    strangeCa: strange.file,
    gateway: { cert: gateway.certificate, key: gateway.key },
    recertify: async (how) => {
      ca.issue(broker.folder, 'server', how);
      await broker.restart();
    },
    destroy: async () => {
      for (const server of [broker, database]) await server.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
