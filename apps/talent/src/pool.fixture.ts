/** The people and places of the service tests: organizations as planning tells of them, and persons registered with an office. */
import {
  enterPool,
  organizationRegistered,
  registerInspector,
  type In,
  type OrganizationKind,
} from '@xuncha/contracts';
import { newId, parseDate, type Id } from '@xuncha/domain-kit';
import {
  eventually,
  startServices,
  type Person,
  type Publisher,
  type ServicesUnderTest,
} from '@xuncha/testing';
import { talent } from './main.js';

export const on = parseDate('2017-03-01');
type Registering = In<typeof registerInspector>;
let serial = 0;

export class PoolUnderTest {
  private constructor(
    readonly system: ServicesUnderTest,
    private readonly planning: Publisher,
    readonly office: Person,
  ) {}

  static async start(): Promise<PoolUnderTest> {
    const system = await startServices([]);
    const planning = await system.publisher('planning');
    await system.start(talent);
    await system.openSite({ code: system.site });
    return new PoolUnderTest(system, planning, await system.person('office'));
  }

  /** Known to talent when this answers. */
  async organization(
    kind: OrganizationKind,
    more: { code?: string; parentId?: Id; site?: string } = {},
  ): Promise<Id> {
    const organizationId = newId();
    const { code = `o-${++serial}`, parentId = null, site = this.system.site } = more;
    const told = { organizationId, code, name: '演示单位', kind, parentId, divisionCode: null };
    await this.planning.publish({ site, id: organizationId, on }, organizationRegistered(told));
    await eventually(async () => {
      const rows = await this.system.look('talent', 'SELECT 1 FROM organization WHERE code = ?', [code]);
      return rows.length > 0;
    });
    return organizationId;
  }

  async register(more: Partial<Registering> = {}, as = this.office): Promise<Id> {
    const input: Registering = {
      code: `p-${++serial}`,
      name: '演示甲001',
      force: 'borrowed',
      sex: 'female',
      born: parseDate('1980-05-20'),
      partySince: parseDate('2005-07-01'),
      unit: '演示大学',
      rank: 'section',
      on,
      ...more,
    };
    return (await this.system.ask(registerInspector, input, as)).id;
  }

  async pooled(more: Partial<Registering> = {}, as = this.office): Promise<Id> {
    const inspectorId = await this.register(more, as);
    await this.system.ask(enterPool, { inspectorId, seen: 1, on }, as);
    return inspectorId;
  }
}
