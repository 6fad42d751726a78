import { Controller } from '@nestjs/common';
import { interviewRecord, listActivities, listActivityLooks, readActivity, type In } from '@xuncha/contracts';
import { Documents, forms } from '@xuncha/documents';
import { refuseUnless } from '@xuncha/domain-kit';
import { Handles, Looks, namesFor, type Caller } from '@xuncha/service-kit';
import { ActivityStore } from './activity.store.js';
import { interviewRecordOf } from './interview-record.js';

@Controller()
export class ActivityQueries {
  constructor(
    private readonly activities: ActivityStore,
    private readonly looks: Looks,
    private readonly documents: Documents,
  ) {}

  @Handles(readActivity)
  async read({ activityId }: In<typeof readActivity>, viewer: Caller) {
    const { teamId: _teamId, ...activity } = await this.activities.read(viewer, activityId);
    return activity;
  }

  @Handles(interviewRecord)
  async interviewRecord(input: In<typeof interviewRecord>, viewer: Caller) {
    const activity = await this.read(input, viewer);
    const { id, kind, organizationId, recordedBy } = activity;
    refuseUnless(kind === 'interview', 'activity.no-interview');
    const names = await namesFor(viewer, { organizations: [organizationId], accounts: [recordedBy] });
    const filling = interviewRecordOf(activity, names);
    return { id, ...(await this.documents.write(forms.interviewRecord, names.site, filling)) };
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
