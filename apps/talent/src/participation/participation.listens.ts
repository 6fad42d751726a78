/** Counts from talent's own events, so that the record of a person and the record of a team stay two aggregates. */
import { Controller } from '@nestjs/common';
import { teamAuthorized, teamChanged, teamReleased, type BodyOf } from '@xuncha/contracts';
import { Listens, type Act, type Envelope } from '@xuncha/service-kit';
import { PARTICIPATION, ParticipationStore } from './participation.store.js';

@Controller()
export class ParticipationListens {
  constructor(private readonly participations: ParticipationStore) {}

  @Listens(teamAuthorized, PARTICIPATION)
  async whenTeamAuthorized_countMembers({ body }: Envelope<BodyOf<typeof teamAuthorized>>, act: Act) {
    await this.participations.noteMembers(act, body);
  }

  @Listens(teamChanged, PARTICIPATION)
  async whenTeamChanged_countMembers({ body }: Envelope<BodyOf<typeof teamChanged>>, act: Act) {
    await this.participations.noteMembers(act, body);
  }

  @Listens(teamReleased, PARTICIPATION)
  async whenTeamReleased_endParticipations({ body }: Envelope<BodyOf<typeof teamReleased>>, act: Act) {
    await this.participations.noteRelease(act, body.teamId, body.on);
  }
}
