import { Controller } from '@nestjs/common';
import { formSample, type In } from '@xuncha/contracts';
import { Documents } from '@xuncha/documents';
import { idFrom } from '@xuncha/domain-kit';
import { Handles, namesFor, type Caller } from '@xuncha/service-kit';

@Controller()
export class FormSampleQueries {
  constructor(private readonly documents: Documents) {}

  @Handles(formSample)
  async sample({ form }: In<typeof formSample>, viewer: Caller) {
    const { site } = await namesFor(viewer, {});
    return { id: idFrom('form', form), ...(await this.documents.sample(form, site)) };
  }
}
