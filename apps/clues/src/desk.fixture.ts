/** A site whose teams raise clues and whose people hand them over; onsite and identity are as this service meets them. */
import { Controller } from '@nestjs/common';
import {
  boxFor,
  changeRouting,
  clueRaised,
  raisedClueContent,
  readClue,
  readRouting,
  screenClue,
  siteOpened,
  type BodyOf,
  type ClueContent,
  type ClueInBox,
  type In,
  type ClueRoute,
} from '@xuncha/contracts';
import { dateIn, newId, refuseIf, type BusinessDate, type Id } from '@xuncha/domain-kit';
import { Handles, Runtime, SealedBoxes } from '@xuncha/service-kit';
import { eventually, Publisher, type Person, type ServicesUnderTest } from '@xuncha/testing';

/** What onsite keeps until it is asked for. */
const boxed = new Map<Id, ClueInBox>();
let isAway = false;

@Controller()
class RaisedClues {
  constructor(private readonly boxes: SealedBoxes) {}

  @Handles(raisedClueContent)
  async content({ site, clueId }: In<typeof raisedClueContent>) {
    refuseIf(isAway, 'service.away', { service: 'onsite' });
    const { recipient, context } = boxFor(site, clueId);
    return { box: this.boxes.seal(recipient, context, JSON.stringify(boxed.get(clueId))) };
  }
}

const sealedBoxes = {
  provide: SealedBoxes,
  useFactory: ({ config }: Runtime) => new SealedBoxes(config.keyFolder),
  inject: [Runtime],
};

/** The neighbours, for all sites of a test. */
export class Neighbours {
  private constructor(
    readonly onsite: Publisher,
    readonly identity: Publisher,
  ) {}

  static async start(system: ServicesUnderTest): Promise<Neighbours> {
    const onsite = await system.start({
      name: 'onsite',
      migrations: [],
      rows: [],
      controllers: [RaisedClues],
      providers: [sealedBoxes],
    });
    return new Neighbours(new Publisher(onsite.runtime), await system.publisher('identity'));
  }

  /** Whether onsite hands out contents. */
  away(now: boolean): void {
    isAway = now;
  }
}

const posts = ['office', 'leadingGroup', 'clueCustodian'] as const;
type Post = (typeof posts)[number] | 'leader' | 'organCustodian';
/** Where a clue is raised, and how. */
export type Raised = Partial<Omit<BodyOf<typeof clueRaised>, 'clueId' | 'number'>> & {
  readonly content?: Partial<ClueContent>;
};

export class Desk {
  readonly team = { inspectionId: newId(), assignmentId: newId(), roundId: newId(), teamId: newId() };
  readonly organizationId = newId();
  /** To which the table sends breaches by persons of the county. */
  readonly organId = newId();
  people!: Readonly<Record<Post, Person>>;
  private raised = 0;

  private constructor(
    readonly system: ServicesUnderTest,
    private readonly neighbours: Neighbours,
    readonly site: string,
    /** The day on which everything happens that is given no other. */
    readonly on: BusinessDate,
  ) {}

  /** With a clock it is a rehearsal. */
  static async open(system: ServicesUnderTest, neighbours: Neighbours, clock?: string): Promise<Desk> {
    const site = await system.openSite(clock === undefined ? {} : { clock });
    const desk = new Desk(
      system,
      neighbours,
      site,
      dateIn(clock === undefined ? new Date() : new Date(clock)),
    );
    const people = {} as Record<Post, Person>;
    for (const post of posts) people[post] = await desk.person(post);
    people.leader = await system.person('leader', { site, teamId: desk.team.teamId });
    people.organCustodian = await desk.custodianOf(desk.organId);
    desk.people = people;
    await desk.openTable();
    return desk;
  }

  person(role: (typeof posts)[number]): Promise<Person> {
    return this.system.person(role, { site: this.site });
  }

  custodianOf(organizationId: Id): Promise<Person> {
    return this.system.person('organCustodian', { site: this.site, organizationId });
  }

  /** Of the county, unless the test sends them elsewhere. */
  async route(routes: ClueRoute[]): Promise<void> {
    const { office } = this.people;
    const { version } = await this.system.ask(readRouting, {}, office);
    await this.system.ask(changeRouting, { seen: version, level: 'county', routes }, office);
  }

  /** Raised by the team; its content is here when this answers. */
  async raise(raised: Raised = {}): Promise<Id> {
    const clueId = await this.tell(raised);
    await eventually(async () => (await this.clue(clueId)).takenOn !== null);
    return clueId;
  }

  /** Raised by the team, and no more than that. */
  async tell({ content, ...more }: Raised = {}): Promise<Id> {
    const clueId = newId();
    const number = `试线〔2017〕${++this.raised}号`;
    const { organizationId, on } = this;
    const told = { findingId: null, petitionId: null, nature: 'breach', urgent: false } as const;
    const body = {
      ...this.team,
      organizationId,
      on,
      ...told,
      profile: 'national-2017',
      ...more,
      clueId,
      number,
    };
    const contents = [
      { matter: '虚报工程款', source: '巡察发现', persons: [person('演示己001')], ...content },
    ];
    boxed.set(clueId, { contents, nature: body.nature, urgent: body.urgent, profile: body.profile });
    await this.neighbours.onsite.publish({ site: this.site, id: clueId, on: body.on }, clueRaised(body));
    return clueId;
  }

  async screened(more: Raised = {}): Promise<Id> {
    const clueId = await this.raise(more);
    const { version: seen } = await this.clue(clueId);
    const { nature = 'breach', content, on = this.on } = more;
    const persons = content?.persons ?? [person('演示己001')];
    await this.system.ask(screenClue, { clueId, seen, nature, persons, on }, this.people.clueCustodian);
    return clueId;
  }

  clue(clueId: Id) {
    return this.system.ask(readClue, { clueId }, this.people.clueCustodian);
  }

  private async openTable(): Promise<void> {
    const { site: code } = this;
    const opened = siteOpened({ code, mode: 'live', abbreviation: '试', clock: null });
    await this.neighbours.identity.publish({ site: code, id: newId() }, opened);
    await eventually(() => this.system.ask(readRouting, {}, this.people.office));
    const breach = { nature: 'breach', authority: 'county', kind: 'discipline' } as const;
    await this.route([{ ...breach, organId: this.organId }]);
  }
}

/** A person of the county whom the content of a clue names. */
export function person(name: string, identity?: string): ClueContent['persons'][number] {
  return { name, authority: 'county', identity };
}
