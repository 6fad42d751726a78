/** Proves the sections of an export side by side: as many threads as there are cores, each taking the next section. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ExportVerifier, type ExportReport } from '../journal/export/verify-export.js';
import type { SectionReport } from '../journal/export/verify-section.js';

interface Job {
  readonly folder: string;
  readonly keysFolder: string | undefined;
}

export async function verifyInThreads(folder: string, keysFolder?: string): Promise<ExportReport> {
  const { services, findings } = new ExportVerifier(folder, keysFolder);
  const reports = new Map<string, SectionReport>();
  const left = [...services];
  const take = async (): Promise<void> => {
    const thread = new Worker(new URL(import.meta.url), { workerData: { folder, keysFolder } satisfies Job });
    try {
      for (let service = left.shift(); service; service = left.shift())
        reports.set(service, await asked(thread, service));
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), services.length) }, take));
  return { sections: services.map((service) => reports.get(service)!), findings };
}

function asked(thread: Worker, service: string): Promise<SectionReport> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (report: SectionReport) => {
      thread.off('error', reject);
      resolve(report);
    });
    thread.postMessage(service);
  });
}

if (!isMainThread) {
  const { folder, keysFolder } = workerData as Job;
  const verifier = new ExportVerifier(folder, keysFolder);
  parentPort!.on('message', (service: string) => parentPort!.postMessage(verifier.verify(service)));
}
