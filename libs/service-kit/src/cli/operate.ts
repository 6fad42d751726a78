/** A command line program that talks to the running services over the broker, and says in one line what went wrong. */
import { connectBroker } from '../broker/connect.js';
import { OPERATOR } from '../broker/permissions.js';
import { configFromEnvironment } from '../config.js';
import { Operator } from '../consume/operator.js';

export async function operate(work: (operator: Operator, args: readonly string[]) => Promise<void>) {
  const config = configFromEnvironment();
  const nats = await connectBroker(config, OPERATOR);
  try {
    await work(new Operator(nats, config.prefix), process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  } finally {
    await nats.close();
  }
}

/** `insight/figures`: the service, and its consumer. */
export function consumerNamed(text: string | undefined): { service: string; consumer: string } {
  const [service, consumer] = (text ?? '').split('/');
  if (!service || !consumer)
    throw new Error(`${text ?? 'nothing'} is no consumer; write it as SERVICE/CONSUMER`);
  return { service, consumer };
}
