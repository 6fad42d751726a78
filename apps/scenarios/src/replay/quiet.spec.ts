import { expect, test } from 'vitest';
import { busiest, samplesOf, services } from './quiet.js';

const idle = services.map((service) => `xuncha_journal_backlog{service="${service}"} 0`).join('\n');
const metrics = (lag: number, backlog: number) => `${idle}
# HELP xuncha_consumer_lag Events published and not yet applied
# TYPE xuncha_consumer_lag gauge
xuncha_consumer_lag{consumer="main",source="onsite",service="insight"} ${lag}
xuncha_journal_backlog{service="onsite"} ${backlog}
xuncha_calls_in_flight{service="onsite"} 3
`;

test('all is quiet when nothing waits to be published or applied, whatever calls are under way', () => {
  expect(busiest(samplesOf(metrics(0, 0)))).toBeUndefined();
});

test('an event that is not published or not applied yet is named', () => {
  expect(busiest(samplesOf(metrics(2, 0)))).toContain('xuncha_consumer_lag{consumer="main"');
  expect(busiest(samplesOf(metrics(0, 1)))).toBe('xuncha_journal_backlog{service="onsite"} is 1');
});

test.each(services)('while %s has told nothing, nobody can say that all is quiet', (service) => {
  const others = metrics(0, 0)
    .split('\n')
    .filter((line) => !line.includes(`service="${service}"`));
  expect(busiest(samplesOf(others.join('\n')))).toContain(service);
});
