import { Controller } from '@nestjs/common';
import {
  departmentClientKeyAdded,
  departmentClientKeyRetired,
  departmentClientRegistered,
  type BodyOf,
} from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { DepartmentKeys } from './department-keys.js';

/** Reading position of the projection. */
export const DEPARTMENT_KEYS = 'departmentKeys';

@Controller()
export class DepartmentKeysListens {
  constructor(private readonly keys: DepartmentKeys) {}

  @Listens(departmentClientRegistered, DEPARTMENT_KEYS)
  async whenRegistered_noteKey({ body }: Envelope<BodyOf<typeof departmentClientRegistered>>, act: Act) {
    await this.keys.add(act, body.clientId, body.key);
  }

  @Listens(departmentClientKeyAdded, DEPARTMENT_KEYS)
  async whenKeyAdded_noteIt({ body }: Envelope<BodyOf<typeof departmentClientKeyAdded>>, act: Act) {
    await this.keys.add(act, body.clientId, body.key);
  }

  @Listens(departmentClientKeyRetired, DEPARTMENT_KEYS)
  async whenKeyRetired_forgetIt({ body }: Envelope<BodyOf<typeof departmentClientKeyRetired>>, act: Act) {
    await this.keys.remove(act, body.clientId, body.kid);
  }
}
