/** Keeping the records of people, and who is in the pool. */
import { Controller } from '@nestjs/common';
import {
  changeInspector,
  dismissInspector,
  enterPool,
  registerInspector,
  resumeInspector,
  suspendInspector,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act, type RecordKey } from '@xuncha/service-kit';
import { OrganizationStore } from '../organization/organization.store.js';
import * as inspector from './inspector.js';
import { InspectorStore } from './inspector.store.js';

@Controller()
export class InspectorCommands {
  constructor(
    private readonly inspectors: InspectorStore,
    private readonly organizations: OrganizationStore,
  ) {}

  @Handles(registerInspector)
  async register(input: In<typeof registerInspector>, act: Act) {
    const { code, rank } = input;
    const id = newId();
    const keys = this.inspectors.newKeys(act);
    const description = await this.described(act, keys.to(id), input);
    await keys.save();
    const others = await this.inspectors.kinship(act, description.kin);
    const registered = inspector.register({ id, code, rank, description }, others, act.on);
    return this.inspectors.add(act, registered);
  }

  @Handles(changeInspector)
  async change({ inspectorId, seen, ...input }: In<typeof changeInspector>, act: Act) {
    await this.inspectors.read(act, inspectorId);
    const key = await this.inspectors.keyFor(act, inspectorId);
    const description = await this.described(act, key, input);
    const others = await this.inspectors.kinship(act, description.kin);
    return this.inspectors.change(act, { id: inspectorId, seen }, (before) =>
      inspector.change(before, description, others, act.on),
    );
  }

  @Handles(enterPool)
  async enterPool({ inspectorId, seen }: In<typeof enterPool>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (before) =>
      inspector.enterPool(before, act.on),
    );
  }

  @Handles(suspendInspector)
  async suspend({ inspectorId, seen, reason }: In<typeof suspendInspector>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (before) =>
      inspector.suspend(before, reason, act.on),
    );
  }

  @Handles(resumeInspector)
  async resume({ inspectorId, seen }: In<typeof resumeInspector>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (before) =>
      inspector.resume(before, act.on),
    );
  }

  @Handles(dismissInspector)
  async dismiss({ inspectorId, seen, reason }: In<typeof dismissInspector>, act: Act) {
    return this.inspectors.change(act, { id: inspectorId, seen }, (before) =>
      inspector.dismiss(before, reason, act.on),
    );
  }

  /** With the name sealed for this record; every organization in it is in the register. */
  private async described(act: Act, key: RecordKey, input: Described): Promise<inspector.Description> {
    const { name, force, expert = false, sex, born, partySince = null, accountId = null } = input;
    const { organizationId = null, unit = null, homeId = null } = input;
    const { specialities = [], career = [], kin = [] } = input;
    const rest = { force, expert, sex, born, partySince, accountId, organizationId, unit, homeId };
    const description = { ...rest, specialities, career, kin, name: key.seal('name', name) };
    await this.organizations.refuseUnknown(act, inspector.organizationsIn(description));
    return description;
  }
}

type Described = Omit<In<typeof changeInspector>, 'inspectorId' | 'seen'>;
