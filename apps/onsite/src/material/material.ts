/** One material that an organization is to supply: asked for, handed in, receipted, and given back where it is an original (RA17-4). */
import {
  decide,
  materialAsked,
  materialGivenBack,
  materialReceived,
  materialReturned,
  materialSupplied,
  materialWaived,
  type Decision,
  type FileRef,
} from '@xuncha/contracts';
import {
  defineFlow,
  refuseIf,
  step,
  type ActionOf,
  type BusinessDate,
  type Id,
  type StateOf,
} from '@xuncha/domain-kit';
import { admit, placeOf, type Inspection } from '../inspection/inspection.js';
import { placed, whereOf, type Place } from '../inspection/place.js';

export const flow = defineFlow({
  aggregate: 'onsite.material',
  initial: 'asked',
  states: {
    asked: { supply: 'supplied', waive: 'waived' },
    supplied: { receive: 'received', return: 'asked' },
    received: { giveBack: 'givenBack' },
    givenBack: {},
    waived: {},
  },
});

/** Who did it, and on which day. */
export interface Done {
  readonly by: Id;
  readonly on: BusinessDate;
}
export interface Supply extends Done {
  /** Whoever brought it, where somebody else entered it. */
  readonly handedBy: string | null;
  /** On paper; null where all of it is electronic. */
  readonly copies: number | null;
  readonly note: string | null;
  readonly files: FileRef[];
}
export interface Telling extends Done {
  readonly text: string;
}
export interface Material extends Place {
  readonly id: Id;
  readonly title: string;
  readonly state: StateOf<typeof flow>;
  readonly dueOn: BusinessDate;
  readonly askedOn: BusinessDate;
  readonly askedBy: Id;
  readonly supply: Supply | null;
  readonly returned: Telling | null;
  readonly receipt: Done | null;
  readonly givenBack: Done | null;
  readonly waiver: Telling | null;
}

export function ask(
  id: Id,
  inspection: Inspection,
  { title, dueOn }: Pick<Material, 'title' | 'dueOn'>,
  { by, on }: Done,
): Decision<Material> {
  admit(inspection, 'askMaterials');
  refuseIf(dueOn < on, 'material.due-in-past', { dueOn });
  const material: Material = {
    id,
    ...placed(placeOf(inspection)),
    title,
    state: flow.initial,
    dueOn,
    askedOn: on,
    askedBy: by,
    supply: null,
    returned: null,
    receipt: null,
    givenBack: null,
    waiver: null,
  };
  return decide(material, materialAsked({ ...whichOf(material, on), dueOn }));
}

/** On paper, as files, or both. */
export function supply(material: Material, given: Supply): Decision<Material> {
  const state = step(flow, material.state, 'supply');
  refuseIf(given.copies === null && given.files.length === 0, 'material.nothing-supplied');
  refuseIf(given.on < material.askedOn, 'material.before-asked', { askedOn: material.askedOn });
  return decide({ ...material, state, supply: given }, materialSupplied(whichOf(material, given.on)));
}

export function receive(material: Material, done: Done): Decision<Material> {
  const state = afterSupply(material, 'receive', done);
  return decide({ ...material, state, receipt: done }, materialReceived(whichOf(material, done.on)));
}

/** What was handed in stays to be read until something else takes its place. */
export function returnIt(
  material: Material,
  told: Telling,
  dueOn: BusinessDate = material.dueOn,
): Decision<Material> {
  const state = afterSupply(material, 'return', told);
  refuseIf(dueOn !== material.dueOn && dueOn < told.on, 'material.due-in-past', { dueOn });
  return decide({ ...material, state, dueOn, returned: told }, materialReturned(whichOf(material, told.on)));
}

/** Paper alone goes back; files stay. */
export function giveBack(material: Material, done: Done): Decision<Material> {
  const state = afterSupply(material, 'giveBack', done);
  refuseIf(material.supply!.copies === null, 'material.nothing-on-paper');
  return decide({ ...material, state, givenBack: done }, materialGivenBack(whichOf(material, done.on)));
}

export function waive(material: Material, told: Telling): Decision<Material> {
  const state = step(flow, material.state, 'waive');
  return decide({ ...material, state, waiver: told }, materialWaived(whichOf(material, told.on)));
}

function afterSupply({ state, supply: given }: Material, action: ActionOf<typeof flow>, { on }: Done) {
  const next = step(flow, state, action);
  refuseIf(on < given!.on, 'material.before-supplied', { suppliedOn: given!.on });
  return next;
}

function whichOf(material: Material, on: BusinessDate) {
  return { materialId: material.id, ...whereOf(material), on };
}
