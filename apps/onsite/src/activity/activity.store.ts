import { Injectable } from '@nestjs/common';
import { sameColumns, Store } from '@xuncha/service-kit';
import type { Activity } from './activity.js';
import { ActivityRow } from './activity.row.js';

@Injectable()
export class ActivityStore extends Store<Activity, ActivityRow> {
  constructor() {
    super({
      aggregate: 'onsite.activity',
      row: ActivityRow,
      organization: 'organizationId',
      team: 'teamId',
      ...sameColumns(),
    });
  }
}
