import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loopback } from '../lib/ports.mjs';
import { Failure } from '../lib/say.mjs';
import { installDebianPackages } from './debian.mjs';

/** Debian's own, for which its packages are; a machine may have others before it. */
const python = '/usr/bin/python3';
const program = fileURLToPath(new URL('swift-server.py', import.meta.url));
const bucket = 'files';

/** An S3-compatible storage: OpenStack Swift with its s3api, which checks signatures and what came against its hash. */
export const swift = {
  name: 'Swift',
  usualPort: 8085,

  async locate() {
    if (hasSwift()) return python;
    const otherwise = 'run the tests on Debian as root';
    await installDebianPackages(['python3-swift'], { program: 'python3', otherwise });
    if (!hasSwift())
      throw new Failure(`python3-swift is installed, but ${python} does not know it`, otherwise);
    return python;
  },

  async prepare() {
    // It makes what it needs as it starts.
  },

  command: (server, binary) => ({
    program: binary,
    args: [program, `${server.folder}/`, String(server.port), bucket],
    env: { SWIFT_SECRET: server.password },
  }),
  answers: async (server) => (await fetch(server.url).catch(() => undefined)) !== undefined,
  url: (server) => `http://${loopback}:${server.port}`,
};

/** What an installation is told that keeps its files there. */
export function bucketIn({ url, password }) {
  return { XC_S3_ENDPOINT: url, XC_S3_BUCKET: bucket, XC_S3_KEY_ID: 'test:tester', XC_S3_SECRET: password };
}

function hasSwift() {
  return spawnSync(python, ['-c', 'import swift.common.middleware.s3api']).status === 0;
}
