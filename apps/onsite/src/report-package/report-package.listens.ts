import { Controller } from '@nestjs/common';
import { hearingHeld, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Hearings } from './hearings.js';

/** Reading position of the projection. */
export const HEARINGS = 'hearings';

@Controller()
export class ReportPackageListens {
  constructor(private readonly hearings: Hearings) {}

  @Listens(hearingHeld, HEARINGS)
  async whenHearingHeld_noteIt({ body }: Envelope<BodyOf<typeof hearingHeld>>, act: Act) {
    await this.hearings.note(act, body);
  }
}
