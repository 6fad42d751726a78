/** The audit administrator's own signature over the last checkpoints of an export that proved whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { readCheckpoint, type Manifest } from './format.js';
import { countersign, readKeys } from './keys.js';
import { LinesOf } from './lines.js';
import { verifyExport } from './verify-export.js';

export function countersignExport(folder: string, keysFolder: string, auditor: KeyObject) {
  const report = verifyExport(folder, keysFolder);
  const findings = [...report.findings, ...report.sections.flatMap((section) => section.findings)];
  if (findings.length > 0) return { signed: 0, findings };
  const { sections } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const { countersigned } = readKeys(keysFolder);
  const checkpoints = sections.flatMap(({ service, site }) => {
    const last = [...new LinesOf(join(folder, service, 'checkpoint.jsonl'))].at(-1);
    return last ? [readCheckpoint(service, site, last.toString()).checkpoint] : [];
  });
  const fresh = checkpoints.filter(
    ({ service, site, number }) =>
      !countersigned.some((kept) => kept.service === service && kept.site === site && kept.number === number),
  );
  for (const checkpoint of fresh) countersign(keysFolder, auditor, checkpoint);
  return { signed: fresh.length, findings };
}
