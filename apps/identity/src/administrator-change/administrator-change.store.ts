import { Injectable } from '@nestjs/common';
import { administratorRoles, type Receipt } from '@xuncha/contracts';
import { newId, refuse, type Id } from '@xuncha/domain-kit';
import { Store, type Act } from '@xuncha/service-kit';
import * as domain from './administrator-change.js';
import { AdministratorChangeRow } from './administrator-change.row.js';

@Injectable()
export class AdministratorChangeStore extends Store<domain.AdministratorChange, AdministratorChangeRow> {
  constructor() {
    super({
      aggregate: 'identity.administratorChange',
      row: AdministratorChangeRow,
      toDomain: ({ site: _site, version: _version, accountId: _accountId, ...change }) => change,
      toRow: ({ id: _id, ...change }) => ({ ...change, accountId: accountIn(change.subject) }),
    });
  }

  async propose(act: Act, subject: domain.Subject): Promise<Receipt> {
    const accountId = accountIn(subject);
    const others = accountId ? await this.find(act, { where: { accountId, state: 'proposed' } }) : [];
    const circumstances = { by: administratorIn(act), on: act.today, others };
    return this.add(act, domain.propose(newId(), subject, circumstances));
  }

  /** Roles that an account will have where a second administrator confirms. */
  async appointmentsOf(act: Act, accountId: Id): Promise<domain.Appointment[]> {
    const proposed = await this.find(act, { where: { accountId, state: 'proposed' } });
    const open = proposed.filter((change) => domain.isOpen(change, act.today));
    return open.flatMap(({ subject }) => (subject.what === 'appoint' ? [subject] : []));
  }
}

/** The one of the three who acts; nobody has two of their roles. */
export function administratorIn(act: Act): domain.Administrator {
  const role = administratorRoles.find((kind) => act.hasRole(kind));
  return role ? { id: act.person, role } : refuse('access.denied');
}

function accountIn(subject: domain.Subject): Id | null {
  return 'accountId' in subject ? subject.accountId : null;
}
