import { Controller } from '@nestjs/common';
import { inspectorChanged, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Examiner } from './examiner.js';
import { Rechecks } from './rechecks.js';
import { RecusalStore } from './recusal.store.js';

@Controller()
export class RecusalListens {
  constructor(
    private readonly rechecks: Rechecks,
    private readonly examiner: Examiner,
    private readonly recusals: RecusalStore,
  ) {}

  /**
   * The teams of the person and of the kin whose relative's place this record tells. Whom it named before is not known any more, so
   * what stands is looked at again as well.
   */
  @Listens(inspectorChanged)
  async whenInspectorChanged_recheckTeams({ body }: Envelope<BodyOf<typeof inspectorChanged>>, act: Act) {
    const { inspectorId } = body;
    const kin = await this.examiner.kinOf(act, inspectorId);
    const standing = await this.recusals.find(act, { where: { state: 'found' } });
    const recused = standing.map((one) => one.inspectorId);
    await this.rechecks.recheckPeople(act, [...new Set([inspectorId, ...kin, ...recused])]);
  }
}
