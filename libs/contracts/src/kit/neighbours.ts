/**
 * Who hears and asks whom: what the broker's permissions are made of (service-kit, broker/permissions.ts). A service that listens to or
 * asks a neighbour says so here first; a test compares this with the sources.
 */
import { cluePackage } from '../clues/clue.js';
import { accountNames } from '../identity/account.js';
import { currentSite } from '../identity/site.js';
import { renewSession, signIn, signOut, viewerAccess } from '../identity/session.js';
import { beginSecondFactor, finishSecondFactor, setUpAccount } from '../identity/set-up.js';
import { listFigures } from '../insight/figure.js';
import { raisedClueContent } from '../onsite/clue.js';
import { listFeedback, readFeedback } from '../onsite/feedback.js';
import { organizationNames, readOrganization } from '../planning/organization.js';
import { listAssignments } from '../planning/assignment.js';
import { readRound } from '../planning/round.js';
import { requestToken } from '../identity/token-request.js';
import { allContracts, type CommandContract, type QueryContract } from './builders.js';
import { DocumentFile } from './document.js';

export type Callable = CommandContract | QueryContract;
export interface Neighbours {
  /** Services whose events it listens to, its own among them where it does. */
  readonly hears: readonly string[];
  readonly asks: readonly Callable[];
}

/** Whose events every service hears: who may do what, in which site, and who must stay away from whom. */
export const heardByAll = ['identity', 'talent'] as const;

export const neighbours: Readonly<Record<string, Neighbours>> = {
  identity: { hears: ['planning', 'talent'], asks: [] },
  planning: { hears: ['onsite', 'planning', 'rectification', 'talent'], asks: [] },
  talent: { hears: ['identity', 'planning', 'talent'], asks: [readRound, listAssignments] },
  onsite: { hears: ['clues', 'identity', 'planning'], asks: [readRound] },
  clues: { hears: ['identity', 'linkage', 'onsite'], asks: [raisedClueContent, cluePackage] },
  rectification: { hears: ['onsite'], asks: [listFeedback, readFeedback, readOrganization, readRound] },
  insight: { hears: ['clues', 'linkage', 'onsite', 'planning', 'rectification', 'talent'], asks: [] },
  linkage: { hears: ['clues', 'linkage'], asks: [currentSite, listFigures, readRound] },
};

/** What whoever writes documents asks in the name of their reader: how those are called whom a record names by id. */
export const askedForDocuments: readonly Callable[] = [currentSite, organizationNames, accountNames];

/** All that a service asks its neighbours. */
export function askedBy(service: string): Callable[] {
  const isWriter = allContracts().some(
    (it) => it.service === service && it.kind === 'query' && it.output === DocumentFile,
  );
  return [...neighbours[service]!.asks, ...(isWriter ? askedForDocuments : [])];
}

/** What the gateway asks without an address of its own for it. */
export const askedAtTheEdge: readonly Callable[] = [
  signIn,
  requestToken,
  renewSession,
  signOut,
  setUpAccount,
  beginSecondFactor,
  finishSecondFactor,
  viewerAccess,
];

/** All that the gateway asks: what has an address is asked for whoever calls there, and which file it is for whoever wants one. */
export function askedByGateway(): Callable[] {
  const naming = allContracts().flatMap((it) =>
    it.kind === 'file' && it.direction !== 'up' ? [it.named.name] : [],
  );
  return allContracts().filter(
    (contract): contract is Callable =>
      (contract.kind === 'command' || contract.kind === 'query') &&
      (contract.route !== undefined || askedAtTheEdge.includes(contract) || naming.includes(contract.name)),
  );
}
