import { Controller } from '@nestjs/common';
import { listActivities, readActivity, listActivityLooks, type In } from '@xuncha/contracts';
import { Handles, Looks, type Caller } from '@xuncha/service-kit';
import { ActivityStore } from './activity.store.js';

@Controller()
export class ActivityQueries {
  constructor(
    private readonly activities: ActivityStore,
    private readonly looks: Looks,
  ) {}

  @Handles(readActivity)
  async read({ activityId }: In<typeof readActivity>, viewer: Caller) {
    const { teamId: _teamId, ...activity } = await this.activities.read(viewer, activityId);
    return activity;
  }

  @Handles(listActivities)
  async list({ cursor, limit, ...where }: In<typeof listActivities>, viewer: Caller) {
    const page = await this.activities.page(viewer, { where, descending: true, cursor, limit });
    const items = page.items.map(({ teamId: _teamId, notes: _notes, ...entry }) => entry);
    return { items, next: page.next };
  }

  @Handles(listActivityLooks)
  async listLooks({ activityId, ...page }: In<typeof listActivityLooks>, viewer: Caller) {
    await this.activities.read(viewer, activityId);
    return this.looks.at(viewer, [activityId], page);
  }
}
