import { Controller } from '@nestjs/common';
import { listActivities, readActivity, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { LookStore } from '../look/look.store.js';
import { ActivityStore } from './activity.store.js';

@Controller()
export class ActivityQueries {
  constructor(
    private readonly activities: ActivityStore,
    private readonly looks: LookStore,
  ) {}

  @Handles(readActivity)
  async read({ activityId }: In<typeof readActivity>, viewer: Caller) {
    const { teamId: _teamId, ...activity } = await this.activities.read(viewer, activityId);
    await this.looks.take(viewer, 'activity', activityId);
    return activity;
  }

  @Handles(listActivities)
  async list({ cursor, limit, ...where }: In<typeof listActivities>, viewer: Caller) {
    const page = await this.activities.page(viewer, { where, descending: true, cursor, limit });
    const items = page.items.map(({ teamId: _teamId, notes: _notes, ...entry }) => entry);
    return { items, next: page.next };
  }
}
