import { expect, test } from 'vitest';
import { figure, samplesIn } from './metrics.js';

const text = [
  '# HELP xuncha_consumer_lag Events published and not yet applied',
  'xuncha_consumer_lag{consumer="main",source="identity",service="clues",instance="a"} 2',
  'xuncha_consumer_lag{consumer="access",source="identity",service="clues",instance="b"} 3',
  'xuncha_relay_lag_seconds{service="clues",instance="a"} 0.5',
  '',
].join('\n');

test('what is lagging behind is summed over consumers and replicas, ages are not', () => {
  const samples = samplesIn(text);
  expect(figure(samples, 'xuncha_consumer_lag', 'clues', 'sum')).toBe(5);
  expect(figure(samples, 'xuncha_consumer_lag', 'clues', 'most')).toBe(3);
  expect(figure(samples, 'xuncha_relay_lag_seconds', 'clues', 'most')).toBe(0.5);
});

test('a service that says nothing has no figure, not nought', () => {
  expect(figure(samplesIn(text), 'xuncha_consumer_lag', 'onsite', 'sum')).toBeUndefined();
});
