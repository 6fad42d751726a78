/** Planning's own record of entries, from which coverage is counted; rebuilt from onsite's events alone. */
import { Controller } from '@nestjs/common';
import { inspectionEntered, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { COVERAGE, CoverageStore } from './coverage.store.js';

@Controller()
export class CoverageListens {
  constructor(private readonly coverage: CoverageStore) {}

  @Listens(inspectionEntered, COVERAGE)
  async whenInspectionEntered_countOrganization(
    { body }: Envelope<BodyOf<typeof inspectionEntered>>,
    act: Act,
  ) {
    await this.coverage.noteEntry(act, body);
  }
}
