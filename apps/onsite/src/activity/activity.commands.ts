import { Controller } from '@nestjs/common';
import { recordActivities, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { InspectionStore } from '../inspection/inspection.store.js';
import * as activity from './activity.js';
import { ActivityStore } from './activity.store.js';

@Controller()
export class ActivityCommands {
  constructor(
    private readonly activities: ActivityStore,
    private readonly inspections: InspectionStore,
  ) {}

  @Handles(recordActivities)
  async record({ inspectionId, kind, activities }: In<typeof recordActivities>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    const by = { by: act.person, on: act.on };
    const recorded = activities.map(({ title, notes = null }) =>
      activity.record(newId(), inspection, { kind, title, notes }, by),
    );
    const [first] = await this.activities.addAll(act, recorded);
    return first!;
  }
}
