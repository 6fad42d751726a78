import { Controller } from '@nestjs/common';
import {
  activateDepartmentClient,
  addDepartmentClientKey,
  endDepartmentClient,
  registerDepartmentClient,
  resumeDepartmentClient,
  retireDepartmentClientKey,
  suspendDepartmentClient,
  type In,
} from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import * as client from './department-client.js';
import { DepartmentClientStore } from './department-client.store.js';
import { clientKeyOf } from './public-key.js';
import { Rights } from './rights.js';

@Controller()
export class DepartmentClientCommands {
  constructor(
    private readonly clients: DepartmentClientStore,
    private readonly rights: Rights,
  ) {}

  @Handles(registerDepartmentClient)
  async register({ key, ...told }: In<typeof registerDepartmentClient>, act: Act) {
    return this.clients.add(act, client.register(newId(), told, await clientKeyOf(key)));
  }

  @Handles(activateDepartmentClient)
  async activate({ clientId, seen, thumbprint }: In<typeof activateDepartmentClient>, act: Act) {
    const receipt = await this.clients.change(act, { id: clientId, seen }, (before) =>
      client.activate(before, thumbprint),
    );
    await this.rights.give(act, clientId);
    return receipt;
  }

  @Handles(suspendDepartmentClient)
  async suspend({ clientId, seen }: In<typeof suspendDepartmentClient>, act: Act) {
    const receipt = await this.clients.change(act, { id: clientId, seen }, client.suspend);
    await this.rights.take(act, clientId);
    return receipt;
  }

  @Handles(resumeDepartmentClient)
  async resume({ clientId, seen }: In<typeof resumeDepartmentClient>, act: Act) {
    const receipt = await this.clients.change(act, { id: clientId, seen }, client.resume);
    await this.rights.give(act, clientId);
    return receipt;
  }

  @Handles(endDepartmentClient)
  async end({ clientId, seen }: In<typeof endDepartmentClient>, act: Act) {
    const receipt = await this.clients.change(act, { id: clientId, seen }, client.end);
    await this.rights.take(act, clientId);
    return receipt;
  }

  @Handles(addDepartmentClientKey)
  async addKey({ clientId, seen, key, thumbprint }: In<typeof addDepartmentClientKey>, act: Act) {
    const added = await clientKeyOf(key);
    return this.clients.change(act, { id: clientId, seen }, (before) =>
      client.addKey(before, added, thumbprint),
    );
  }

  @Handles(retireDepartmentClientKey)
  async retireKey({ clientId, seen, kid }: In<typeof retireDepartmentClientKey>, act: Act) {
    return this.clients.change(act, { id: clientId, seen }, (before) => client.retireKey(before, kid));
  }
}
