/** Beside the one request that sends a whole file, every upload can be made in parts that go on after a break (tus 1.0). */
import type { UploadContract } from './builders.js';

/** Below `/api/v1`: where uploads are begun, and where each of them is. */
export function partsRoutes({ route }: Pick<UploadContract, 'route'>) {
  const all = `${route.path}/uploads`;
  return { all, one: `${all}/{uploadId}` };
}
