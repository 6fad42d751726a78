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
  const verifier = new ExportVerifier(folder, keysFolder);
  const sections = verifier.services.map((service) => verifier.verify(service));
  return { sections, findings: verifier.findings };
}

/** The same in parts: each section can be proven by a thread of its own. */
export class ExportVerifier {
  /** Of the export as a whole. */
  readonly findings: readonly string[];
  /** Whose section can be proven. */
  readonly services: readonly string[];
  private readonly keys: Keys;
  private readonly sections: readonly Section[];
  private readonly countersigned: readonly Countersigned[];

  constructor(
    private readonly folder: string,
    keysFolder?: string,
  ) {
    this.keys = readKeys(keysFolder ?? join(folder, 'keys'));
    const found = readManifest(folder);
    const kept = keptOf(this.keys);
    this.countersigned = kept.countersigned;
    this.sections = typeof found === 'string' ? [] : found.sections;
    const names = this.sections.map(({ service }) => service);
    this.services = names.filter((service) => this.keys.services.has(service));
    this.findings =
      typeof found === 'string'
        ? [found]
        : [
            ...wholeFindings(found, this.keys, readdirSync(folder)),
            ...kept.findings,
            ...names
              .filter((service) => !this.keys.services.has(service))
              .map((service) => `there is no key of ${service}`),
          ];
  }

  /** Of one service; throws where there is no section or no key of it. */
  verify(service: string): SectionReport {
    const section = this.sections.find((one) => one.service === service);
    const key = this.keys.services.get(service);
    if (!section || !key) throw new Error(`no section of ${service} can be proven`);
    const concerned = this.countersigned.filter(
      (kept) => kept.service === service && kept.site === section.site,
    );
    return new SectionVerifier(this.folder, section, key, concerned).verify();
  }
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
