import { Controller } from '@nestjs/common';
import { roleGranted, roleRevoked, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { Rechecks } from '../recusal/rechecks.js';
import { Custodians } from './custodians.js';

@Controller()
export class CustodianListens {
  constructor(
    private readonly custodians: Custodians,
    private readonly rechecks: Rechecks,
  ) {}

  @Listens(roleGranted)
  async whenCustodianNamed_checkRecusal({ body }: Envelope<BodyOf<typeof roleGranted>>, act: Act) {
    if (await this.custodians.note(act, body)) await this.rechecks.recheckAll(act);
  }

  @Listens(roleRevoked)
  async whenCustodianDismissed_checkRecusal({ body }: Envelope<BodyOf<typeof roleRevoked>>, act: Act) {
    if (await this.custodians.forget(act, body.grantId)) await this.rechecks.recheckAll(act);
  }
}
