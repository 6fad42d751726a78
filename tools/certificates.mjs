import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder, privateFolder } from './lib/checkout.mjs';
import { Failure, main, say } from './lib/say.mjs';

/** Of this machine alone: certificates made here are for trying out, never for use. */
const names = 'DNS:localhost,IP:127.0.0.1,IP:::1';
const validDays = 365;

/**
 * A CA of one's own in a folder, made where there is none, and certificates signed by it. `openssl` does the work; nothing of it is
 * needed by the product.
 */
export class TestCa {
  constructor(folder) {
    this.folder = privateFolder(folder);
    if (!existsSync(this.file)) this.#make();
  }

  /** What whoever connects must know. */
  get file() {
    return join(this.folder, 'ca.crt');
  }

  /** Makes `NAME.crt` and `NAME.key` in a folder; `days` below zero for one that has expired already. */
  issue(folder, name, { subjectAltName = names, days = validDays } = {}) {
    const [key, request, certificate] = ['key', 'csr', 'crt'].map((end) => join(folder, `${name}.${end}`));
    const extensions = join(folder, `${name}.ext`);
    writeFileSync(extensions, `subjectAltName=${subjectAltName}\nextendedKeyUsage=serverAuth\n`);
    openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/CN=${name}`, '-keyout', key, '-out', request); // oxfmt-ignore
    openssl('x509', '-req', '-in', request, '-CA', this.file, '-CAkey', join(this.folder, 'ca.key'), '-CAcreateserial', '-days', String(days), '-extfile', extensions, '-out', certificate); // oxfmt-ignore
    rmSync(request);
    rmSync(extensions);
    return { certificate, key };
  }

  #make() {
    openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', String(10 * validDays), '-subj', '/CN=Xuncha test CA', '-keyout', join(this.folder, 'ca.key'), '-out', this.file); // oxfmt-ignore
  }
}

function openssl(...args) {
  const result = spawnSync('openssl', args, { encoding: 'utf8' });
  if (result.status === 0) return;
  throw new Failure(
    `openssl ${args[0]} failed: ${(result.error ?? result.stderr ?? '').toString().trim()}`,
    'install openssl, or bring certificates of your own (README.md, TLS)',
  );
}

/** `npm run certificates`: a test CA under .data, and a certificate and key for each of the three that listen. */
async function certificates() {
  const folder = join(dataFolder, 'certificates');
  const ca = new TestCa(folder);
  for (const name of ['database', 'broker', 'gateway']) {
    const { certificate } = ca.issue(folder, name);
    say(`  ${certificate}`);
  }
  console.log(`export XC_TLS_CA='${ca.file}'`);
  for (const [name, end] of [['CERT', 'crt'], ['KEY', 'key']]) console.log(`export XC_HTTP_TLS_${name}='${join(folder, `gateway.${end}`)}'`); // oxfmt-ignore
}

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url)) await main(certificates);
