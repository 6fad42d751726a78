/** Asks the services of a running system over the broker, as the gateway does: what is refused here, the owning service refused itself. */
import type { CommandContract, QueryContract } from '@xuncha/contracts';
import { DomainError } from '@xuncha/domain-kit';
import { call, configFromEnvironment, connectBroker, type CallContext } from '@xuncha/service-kit';

/** The code of the refusal, or null and what was answered. */
export interface Outcome {
  readonly refused: string | null;
  readonly body: unknown;
}
export interface PastTheGateway {
  ask(contract: CommandContract | QueryContract, input: unknown, context: CallContext): Promise<Outcome>;
  close(): Promise<void>;
}

export async function pastTheGateway(env: NodeJS.ProcessEnv): Promise<PastTheGateway> {
  const config = configFromEnvironment(env);
  const nats = await connectBroker(config, 'test');
  return {
    ask: (contract, input, context) =>
      call(nats, config.prefix, contract, input, context).then(
        (body) => ({ refused: null, body }),
        (error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
          return { refused: error.code, body: error.facts };
        },
      ),
    close: () => nats.close(),
  };
}
