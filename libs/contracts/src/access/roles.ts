/** Which role may do what. A permission is `aggregate.verb`; the owning service checks it against its own projection of grants. */

const office = [
  'register.read',
  'register.write',
  'inspector.read',
  'inspector.write',
  'inspector.pool',
  'callUp.read',
  'callUp.write',
  'term.read',
  'term.write',
  'round.read',
  'round.write',
  'assignment.read',
  'assignment.write',
  'team.read',
  'team.propose',
  'composition.run',
  'composition.read',
  'team.check',
  'teamRecusal.read',
  'hearing.read',
  'hearing.write',
  'inspection.read',
  'inspection.archive',
  'taxonomy.read',
  'taxonomy.write',
  'paper.read',
  'paper.review',
  'finding.read',
  'finding.drop',
  'report.read',
  'report.review',
  'decision.record',
  'feedback.read',
  'case.read',
  'case.review',
  'case.close',
  'item.read',
  'item.close',
  'outcome.record',
  'outcome.read',
  'figure.read',
  'file.upload',
  'signer.name',
  'activity.read',
  'round.close',
  'peer.read',
  'dispatch.read',
  'statistics.send',
  'statistics.read',
  'filing.write',
  'filing.answer',
  'filing.read',
  'clue.read',
  'routing.read',
  'routing.write',
  'transfer.read',
  'transfer.form',
  'transfer.lead',
  'transfer.office',
  'transfer.return',
  'clueOutcome.read',
  'look.read',
] as const;
const teamMember = [
  'register.read',
  'round.read',
  'assignment.read',
  'team.read',
  'inspection.read',
  'taxonomy.read',
  'activity.record',
  'activity.read',
  'petition.work',
  'petition.read',
  'paper.write',
  'paper.read',
  'finding.read',
  'file.upload',
  'report.read',
  'feedback.read',
] as const;
/** Who of them signs is the head, or a person the office names (rules.md 11); the domain asks for that. */
const organizationSide = [
  // Their grants are limited to their organization: it is all they see of the register.
  'register.read',
  'feedback.read',
  'feedback.sign',
  'case.read',
  'item.read',
  'item.work',
  'plan.submit',
  'report.submit',
  'file.upload',
] as const;

/** What two of the three administrators decide together, rules.md 15. */
const administrator = ['administrator.change', 'administrator.read', 'account.read', 'grant.read'] as const;

/** Roles of glossary.md and their permissions; a grant gives a role in a site, perhaps limited to an organization or a team. */
export const roles = {
  systemAdministrator: [...administrator, 'site.write', 'clock.advance'],
  securityAdministrator: [
    ...administrator,
    'account.write',
    'grant.write',
    'recusal.write',
    'recusal.read',
    'session.read',
    'session.end',
    'departmentClient.write',
    'departmentClient.read',
  ],
  auditAdministrator: [...administrator, 'journal.read', 'session.read', 'departmentClient.read'],
  office,
  leadingGroup: [
    'register.read',
    'term.read',
    'round.read',
    'round.approve',
    'assignment.read',
    'team.read',
    'team.authorize',
    'composition.read',
    'teamRecusal.read',
    'hearing.read',
    'report.read',
    'decision.record',
    'figure.read',
    'inspection.read',
    'finding.read',
    'term.approve',
    'peer.agree',
    'peer.read',
    'statistics.read',
    'filing.read',
    'clue.read',
    'transfer.read',
    'transfer.form',
    'transfer.approve',
    'transfer.return',
    'clueOutcome.read',
  ],
  leader: [
    ...teamMember,
    'inspection.work',
    'paper.review',
    'finding.confirm',
    'report.write',
    'feedback.deliver',
    'item.order',
    'clue.raise',
    'clue.read',
    'transfer.read',
    'transfer.form',
    'transfer.lead',
    'transfer.return',
    'look.read',
  ],
  deputy: [...teamMember, 'inspection.work', 'paper.review', 'finding.confirm', 'report.write'],
  member: [...teamMember],
  liaison: [...teamMember, 'inspection.work'],
  petitionCustodian: [
    'petition.register',
    'petition.handle',
    'petition.read',
    'petition.open',
    'inspection.read',
    'register.read',
  ],
  clueCustodian: [
    'clue.read',
    'clue.open',
    'clue.screen',
    'clue.conclude',
    'routing.read',
    'transfer.draft',
    'transfer.deliver',
    'transfer.read',
    'transfer.form',
    'clueOutcome.record',
    'clueOutcome.read',
    'inspection.read',
    'register.read',
  ],
  /** Of a receiving organ; the grant is limited to the organ. */
  organCustodian: [
    'clue.read',
    'clue.open',
    'clue.dispose',
    'transfer.read',
    'transfer.receive',
    'clueOutcome.record',
    'clueOutcome.read',
  ],
  organizationHead: [...organizationSide],
  organizationLiaison: [...organizationSide],
  organizationDepartment: ['callUp.read', 'callUp.answer'],
  observer: ['figure.read', 'register.read', 'round.read', 'term.read'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof roles;
export type Permission = (typeof roles)[Role][number];
export const roleNames = Object.keys(roles) as Role[];
/** The three who run the system without reading what it is for; never one account, nor with another role (rules.md 15). */
export const administratorRoles = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const satisfies readonly Role[];
export type AdministratorRole = (typeof administratorRoles)[number];
/** Roles that a team's authorization gives; they are always limited to that team. */
export const teamRoles = ['leader', 'deputy', 'member', 'liaison'] as const satisfies readonly Role[];

/** Of those who are inspected; they learn of no person who reported, talked, rated or answered (rules.md 13). */
export const organizationRoles = [
  'organizationHead',
  'organizationLiaison',
] as const satisfies readonly Role[];

const permissionsOf = new Map<string, ReadonlySet<string>>(
  Object.entries(roles).map(([role, permissions]) => [role, new Set<string>(permissions)]),
);

export function roleMay(role: string, permission: Permission): boolean {
  return permissionsOf.get(role)?.has(permission) ?? false;
}
