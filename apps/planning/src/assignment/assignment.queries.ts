import { Controller } from '@nestjs/common';
import { countAssignments, listAssignments, readAssignment, type In } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { AssignmentStore } from './assignment.store.js';

@Controller()
export class AssignmentQueries {
  constructor(private readonly assignments: AssignmentStore) {}

  @Handles(readAssignment)
  async read(input: In<typeof readAssignment>, viewer: Caller) {
    return this.assignments.read(viewer, input.assignmentId);
  }

  @Handles(listAssignments)
  async list(input: In<typeof listAssignments>, viewer: Caller) {
    const { cursor, limit, organizationId, ...where } = input;
    return this.assignments.page(viewer, { where, cursor, limit }, organizationId);
  }

  @Handles(countAssignments)
  async count({ organizationId, ...where }: In<typeof countAssignments>, viewer: Caller) {
    return this.assignments.counts(viewer, countAssignments, { where }, organizationId);
  }
}
