/** Proves an export with nothing but its files and public keys: every edit, deletion, insertion, reordering and truncation is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest, manifestText, type Section } from './format.js';
import { isCountersigned, readKeys, type Countersigned, type Keys } from './keys.js';
import { SectionVerifier, type SectionReport } from './verify-section.js';

export interface ExportReport {
  readonly sections: readonly SectionReport[];
  /** Of the export as a whole; each section has its own. */
  readonly findings: readonly string[];
}

const BESIDE_SECTIONS = ['README.md', 'manifest.json', 'keys'];

/** `keysFolder` is the verifier's own; without it the keys in the export are believed. */
export function verifyExport(folder: string, keysFolder?: string): ExportReport {
  const keys = readKeys(keysFolder ?? join(folder, 'keys'));
  const found = readManifest(folder);
  if (typeof found === 'string') return { sections: [], findings: [found] };
  const kept = keptOf(keys);
  const findings = [
    ...wholeFindings(found, keys, readdirSync(folder)),
    ...kept.findings,
    ...found.sections
      .filter(({ service }) => !keys.services.has(service))
      .map(({ service }) => `there is no key of ${service}`),
  ];
  const sections = found.sections.flatMap((section) => {
    const key = keys.services.get(section.service);
    const concerned = kept.countersigned.filter(
      (it) => it.service === section.service && it.site === section.site,
    );
    return key ? [new SectionVerifier(folder, section, key, concerned).verify()] : [];
  });
  return { sections, findings };
}

function readManifest(folder: string): Manifest | string {
  try {
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
    const { data } = Manifest.safeParse(JSON.parse(text));
    return data && manifestText(data) === text ? data : 'the manifest is not as it was written';
  } catch (error) {
    return `the manifest cannot be read: ${(error as Error).message.slice(0, 80)}`;
  }
}

function wholeFindings({ sections }: Manifest, keys: Keys, entries: readonly string[]): string[] {
  const services = sections.map(({ service }: Section) => service);
  const isOrdered = services.every((service, index) => index === 0 || services[index - 1]! < service);
  const lost = [...keys.services.keys()].filter((service) => !services.includes(service));
  const strange = entries.filter((name) => !BESIDE_SECTIONS.includes(name) && !services.includes(name));
  const isOneSite = sections.every(({ site }) => site === sections[0]?.site);
  return [
    ...(isOrdered ? [] : ['the sections are not in order']),
    ...(isOneSite ? [] : ['the sections are of more than one site']),
    ...lost.map((service) => `there is a key of ${service}, but no section of it`),
    ...strange.map((name) => `${name} belongs to no section`),
  ];
}

/** What the verifier kept must itself be genuine. */
function keptOf({ auditor, countersigned }: Keys): {
  countersigned: readonly Countersigned[];
  findings: string[];
} {
  if (countersigned.length > 0 && !auditor)
    return {
      countersigned,
      findings: ['there are countersigned checkpoints, but no key of the audit administrator'],
    };
  const forged = countersigned.filter((kept) => !isCountersigned(auditor!, kept));
  return {
    countersigned,
    findings: forged.map(
      ({ service, number }) => `the countersignature at number ${number} of ${service} is not genuine`,
    ),
  };
}
