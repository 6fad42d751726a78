// Words are put together here so that this file passes its own rules.
const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME'].join('|')})\\b`);

const hosts =
  /\b(registry\.[a-z0-9-]+\.[a-z]+|npmjs\.(org|com)|npmmirror\.com|(deb|security|ftp)\.debian\.org|mirrors?\.[a-z0-9-]+\.[a-z]+|proxy\.golang\.org)\b/;

/** A folder of one machine; `/usr` and the like are the same on every one. */
const machinePath = /(?<![\w.@$})\]/-])\/(root|work|home|Users|tmp)\/\w/;

export const texts = [
  {
    name: 'no-later',
    planted: { 'libs/service-kit/src/a.ts': `// ${'TO' + 'DO'}: tomorrow`, 'README.md': `${'FIX' + 'ME'}` },
    find: (file) => file.matches(later, 'finish it, or file an issue'),
  },
  {
    name: 'no-host',
    planted: { '.npmrc': `registry=https://${'registry.' + 'npmjs' + '.org'}/` },
    find: (file) => file.matches(hosts, 'a registry or mirror is the machine’s to know'),
  },
  {
    name: 'no-machine-path',
    planted: {
      'tools/a.mjs': `const folder = '${'/ro' + 'ot/x'}';`,
      'README.md': `see ${'/wo' + 'rk/shared'}`,
    },
    find: (file) => file.matches(machinePath, 'a folder of one machine'),
  },
];
