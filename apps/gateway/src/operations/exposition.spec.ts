import { expect, test } from 'vitest';
import { merged } from './exposition.js';

const of = (instance: string, calls: number) =>
  `# HELP xuncha_calls_total Calls\n# TYPE xuncha_calls_total counter\nxuncha_calls_total{instance="${instance}"} ${calls}\n\n` +
  `# HELP xuncha_parked Parked\n# TYPE xuncha_parked gauge\nxuncha_parked{instance="${instance}"} 0\n`;

test('a family is named once, followed by the samples of every instance', () => {
  expect(merged([of('a', 1), of('b', 2)])).toBe(
    [
      '# HELP xuncha_calls_total Calls',
      '# TYPE xuncha_calls_total counter',
      'xuncha_calls_total{instance="a"} 1',
      'xuncha_calls_total{instance="b"} 2',
      '# HELP xuncha_parked Parked',
      '# TYPE xuncha_parked gauge',
      'xuncha_parked{instance="a"} 0',
      'xuncha_parked{instance="b"} 0',
      '',
    ].join('\n'),
  );
});
