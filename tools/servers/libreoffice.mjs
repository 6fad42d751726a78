import { spawnSync } from 'node:child_process';
import { findProgram } from '../lib/processes.mjs';
import { Failure } from '../lib/say.mjs';
import { installDebianPackages } from './debian.mjs';

const packages = ['libreoffice-writer-nogui', 'poppler-utils', 'fontconfig', 'fonts-noto-cjk'];
const families = ['Noto Serif CJK SC', 'Noto Sans CJK SC'];

/** What documents are drawn with in tests: LibreOffice, poppler's pdftoppm and fonts for Chinese, the machine's own or Debian's. */
export async function libreOffice() {
  const known = found();
  if (known) return known;
  const otherwise = `install LibreOffice Writer, poppler's pdftoppm, fontconfig and the fonts ${families.join(' and ')}`;
  await installDebianPackages(packages, { program: 'soffice', otherwise });
  const installed = found();
  if (!installed) throw new Failure('what documents are drawn with is installed, but not found', otherwise);
  return installed;
}

function found() {
  const soffice = process.env.XC_SOFFICE || findProgram('soffice', 'libreoffice');
  const pdftoppm = findProgram('pdftoppm');
  return soffice && pdftoppm && families.every(isThere) ? { soffice, pdftoppm } : undefined;
}

function isThere(family) {
  const match = spawnSync('fc-match', ['--format', '%{family}', family], { encoding: 'utf8' });
  return match.stdout?.includes(family) ?? false;
}
