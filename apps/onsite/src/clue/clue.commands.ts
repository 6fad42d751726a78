import { Controller } from '@nestjs/common';
import { raiseClue, type In } from '@xuncha/contracts';
import { newId } from '@xuncha/domain-kit';
import { Handles, type Act } from '@xuncha/service-kit';
import { FindingStore } from '../finding/finding.store.js';
import { InspectionStore } from '../inspection/inspection.store.js';
import { PetitionStore } from '../petition/petition.store.js';
import * as clue from './clue.js';
import { ClueStore } from './clue.store.js';

/** Clues are numbered like 瑞巡线〔2017〕3号. */
const SERIES = '巡线';

@Controller()
export class ClueCommands {
  constructor(
    private readonly clues: ClueStore,
    private readonly inspections: InspectionStore,
    private readonly findings: FindingStore,
    private readonly petitions: PetitionStore,
  ) {}

  @Handles(raiseClue)
  async raise({ inspectionId, findingId, petitionId, content, ...input }: In<typeof raiseClue>, act: Act) {
    const inspection = await this.inspections.read(act, inspectionId);
    const finding = findingId === undefined ? null : await this.findings.read(act, findingId);
    const petition = petitionId === undefined ? null : await this.petitions.read(act, petitionId);
    const { nature, urgent = false } = input;
    const id = newId();
    const number = await act.nextNumber(SERIES);
    const keys = this.clues.newKeys(act);
    const sealed = keys.to(id).seal('content', JSON.stringify(content));
    await keys.save();
    const raised = { id, number, nature, urgent, content: sealed };
    const by = { by: act.person, on: act.on };
    return this.clues.add(act, clue.raise(inspection, { finding, petition }, raised, by));
  }
}
