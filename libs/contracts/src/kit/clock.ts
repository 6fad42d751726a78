/** Every service answers how far it has fired the deadlines of a site; replays and operations wait for it. */
import { z } from 'zod';
import { query } from './builders.js';
import { Instant } from './types.js';

export const clockContracts = Object.fromEntries(
  ['planning', 'talent', 'onsite', 'clues', 'rectification', 'insight', 'identity', 'linkage'].map(
    (service) => [
      service,
      query(`${service}.clock.read`, {
        http: `GET /${service}/clock`,
        classification: 'open',
        summary: '本服务已处理到的站点时刻',
        input: z.object({}),
        output: z.object({ now: Instant, firedUntil: Instant.nullable() }),
      }),
    ],
  ),
);
