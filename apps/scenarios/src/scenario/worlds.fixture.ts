/** Plays worlds in sites of their own, side by side and each step by step, so that all that is the same in two of them comes alike. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BusinessDate } from '@xuncha/domain-kit';
import { Api } from '../replay/api.js';
import { Checkpoint, siteCodes } from '../replay/checkpoint.js';
import { Doors } from '../replay/doors.js';
import type { Installation } from '../replay/installation.js';
import type { Task } from '../replay/performer.js';
import { untilQuiet } from '../replay/quiet.js';
import { Stage } from '../replay/stage.js';
import { rehearsedSite } from '../year/rehearsal.js';
import type { Plan } from '../year/steps.js';
import { Residents } from './residents.fixture.js';

const told = () => undefined;

export interface World {
  readonly site: string;
  readonly residents: Residents;
}

/** Everything that was done has had its effect everywhere. */
export async function settled(installation: Installation): Promise<void> {
  await untilQuiet(new Api(installation.address), told);
}

/** Answers when everything in them has had its effect. */
export async function playWorlds(installation: Installation, plans: readonly Plan[]): Promise<World[]> {
  const api = new Api(installation.address);
  const doors = new Doors(api, installation);
  const secret = randomBytes(24).toString('base64url');
  const site = `r-twin-${randomBytes(4).toString('hex')}`;
  const heading = { replay: 'twin', seed: 0, scale: 1, site, plan: '', secret };
  const checkpoint = Checkpoint.begin(join(installation.dataFolder, 'twins', `${site}.jsonl`), heading);
  const codes = siteCodes(heading, plans.length);
  try {
    const theatre = { api, doors, checkpoint, tell: told };
    // Every world lives through the same days, whether anything is done there or not.
    const days = [...new Set(plans.flatMap(daysIn))].sort();
    const playing = plans.map((plan, index) => {
      const sites = new Map([['site', codes[index]!]]);
      return playOne(
        new Stage(rehearsedSite(plan, { key: 'site', abbreviation: '演' }), { ...theatre, sites }),
        days,
      );
    });
    await Promise.all(playing);
    await untilQuiet(api, told);
  } finally {
    checkpoint.close();
  }
  return codes.map((code) => ({ site: code, residents: new Residents(api, doors, { site: code, secret }) }));
}

async function playOne(stage: Stage, days: readonly BusinessDate[]): Promise<void> {
  const inTurn = async (tasks: readonly Task[]) => {
    for (const task of tasks) await stage.performer.perform(task);
  };
  await stage.setUp(inTurn);
  for (const day of days) {
    await stage.clock.advanceTo(day);
    // Whoever answers a deadline on the day of its reminder is reminded first, in every world.
    await stage.clock.firedUntil(day);
    for (const tasks of stage.undone(day)) await inTurn(tasks);
    await stage.clock.firedUntil(day);
  }
}

function daysIn({ tracks }: Plan): BusinessDate[] {
  return tracks.flatMap(({ steps }) => steps.map(({ on }) => on));
}
