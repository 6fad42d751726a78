import { root } from './lib/checkout.mjs';
import { main, say } from './lib/say.mjs';
import { readCheckout } from './tidy/files.mjs';
import { limits } from './tidy/limits.mjs';
import { names } from './tidy/names.mjs';
import { purity } from './tidy/purity.mjs';
import { sealing } from './tidy/sealing.mjs';
import { texts } from './tidy/texts.mjs';

/** The house style as a test: every rule carries its own planted violations, which `lint.selftest.mjs` plants. */
export const rules = [...limits, ...names, ...purity, ...sealing, ...texts];

/** What breaks a rule in these files, as `path:line` with the rule and the reason. */
export function tidy(files, chosen = rules) {
  return chosen.flatMap((rule) =>
    files.flatMap((file) =>
      rule.find(file, files).map(({ line, says }) => `${file.path}:${line}  ${rule.name}: ${says}`),
    ),
  );
}

if (process.argv[1] === import.meta.filename) {
  await main(() => {
    const files = readCheckout(process.argv[2] ?? root);
    const broken = tidy(files);
    for (const line of broken) say(line);
    say(`${files.length} files, ${rules.length} rules, ${broken.length} findings`);
    return broken.length === 0 ? 0 : 1;
  });
}
