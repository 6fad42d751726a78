import { findProgram } from '../lib/processes.mjs';
import { installDebianPackages } from './debian.mjs';

/** The browser that tests drive: the one named by `XC_CHROMIUM`, the machine's own, or Debian's, with fonts for Chinese. */
export async function chromium() {
  const known = process.env.XC_CHROMIUM || findProgram('chromium', 'chromium-browser', 'google-chrome');
  if (known) return known;
  await installDebianPackages(['chromium', 'fonts-noto-cjk'], {
    program: 'chromium',
    otherwise: 'install Chromium, or say in XC_CHROMIUM where it is',
  });
  return findProgram('chromium');
}
