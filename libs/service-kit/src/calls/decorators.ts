/** How a class says what it answers and what it listens to; the kit's transport reads these marks. */
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import type { BodyOf, CommandContract, EventContract, In, Out, QueryContract } from '@xuncha/contracts';
import type { Act } from '../access/act.js';
import type { Caller } from '../access/caller.js';
import type { Envelope } from '../envelope.js';

/** A decorator for methods that can be called as `M`. */
type For<M> = <F extends M>(
  target: object,
  key: string | symbol,
  descriptor: TypedPropertyDescriptor<F>,
) => void;

/** A method that answers a contract: `(input, act)` of a command, `(input, viewer)` of a query. */
export function Handles<C extends CommandContract>(
  contract: C,
): For<(input: In<C>, act: Act) => Promise<Out<C>>>;
export function Handles<C extends QueryContract>(
  contract: C,
): For<(input: In<C>, viewer: Caller) => Promise<Out<C>>>;
export function Handles(contract: CommandContract | QueryContract): For<never> {
  return marked(MessagePattern(contract.name, { contract }));
}

/** A method that takes part in an event, in the transaction that also notes the event as applied. */
export function Listens<C extends EventContract>(
  contract: C,
  /** Name of the reading position within the service; listeners of one name are applied together. */
  consumer?: string,
): For<(event: Envelope<BodyOf<C>>, act: Act) => Promise<unknown>> {
  return marked(EventPattern<string>(`${consumer ?? ''}:${contract.name}`, { contract, consumer }));
}

export interface RungFired {
  readonly aggregateId: string;
  readonly name: string;
  readonly rung: 'amber' | 'due';
  readonly dueAt: Date;
}
/** A method that acts when a rung of a named deadline is reached; called once per rung and due date. */
export function OnRung(name: string): For<(fired: RungFired, act: Act) => Promise<unknown>> {
  return marked(EventPattern<string>(`rung:${name}`, { rung: name }));
}

/** Nest hands a method only what is marked: the message first, then who acts. */
function marked(pattern: MethodDecorator): never {
  const mark: MethodDecorator = (target, key, descriptor) => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    pattern(target, key, descriptor);
  };
  return mark as never;
}
