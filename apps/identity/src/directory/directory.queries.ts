import { Controller } from '@nestjs/common';
import { findInDirectory, namesInDirectory, type In, type Out } from '@xuncha/contracts';
import { Handles, type Caller } from '@xuncha/service-kit';
import { DirectoryStore } from './directory.store.js';

@Controller()
export class DirectoryQueries {
  constructor(private readonly directory: DirectoryStore) {}

  @Handles(findInDirectory)
  async find({ text }: In<typeof findInDirectory>, viewer: Caller): Promise<Out<typeof findInDirectory>> {
    return { items: await (text ? this.directory.find(viewer, text) : this.directory.first(viewer)) };
  }

  @Handles(namesInDirectory)
  async names({ ids }: In<typeof namesInDirectory>, viewer: Caller) {
    return { items: await this.directory.names(viewer, ids) };
  }
}
