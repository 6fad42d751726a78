/** What planning and identity answer where they are stood in for: every id has a name that tells which one it is. */
import { Controller, type Type } from '@nestjs/common';
import { accountNames, currentSite, organizationNames, type In } from '@xuncha/contracts';
import { newId, type Id } from '@xuncha/domain-kit';
import { Handles, type Caller } from '@xuncha/service-kit';

export const organizationName = (id: Id) => `单位${id.slice(-8)}`;
export const accountName = (id: Id) => `人员${id.slice(-8)}`;

@Controller()
class Register {
  @Handles(organizationNames)
  names({ ids }: In<typeof organizationNames>) {
    const named = (id: Id) => ({ id, name: organizationName(id), kind: 'village' as const, parentId: null });
    return Promise.resolve({ items: ids.map(named) });
  }
}

@Controller()
class People {
  @Handles(accountNames)
  names({ ids }: In<typeof accountNames>) {
    return Promise.resolve({ items: ids.map((id) => ({ id, name: accountName(id) })) });
  }

  @Handles(currentSite)
  site(_input: In<typeof currentSite>, { site }: Caller) {
    const named = { id: newId(), version: 1, code: site, name: '试点市', abbreviation: '试' };
    return Promise.resolve({ ...named, mode: 'live' as const, clock: null });
  }
}

export const standInNames: Readonly<Record<string, readonly Type[]>> = {
  planning: [Register],
  identity: [People],
};
