/** `npm run parked`: events that running services hold back: list, look at, try again; and epochs of restored sources. */
import type { HeldBack, HeldReport } from '../consume/controls-protocol.js';
import type { Operator } from '../consume/operator.js';
import { consumerNamed, operate } from './operate.js';

const USAGE = `npm run parked -- list
npm run parked -- show SERVICE/CONSUMER AGGREGATE-ID [--body]
npm run parked -- replay SERVICE/CONSUMER AGGREGATE-ID
npm run parked -- accept-epoch SERVICE/CONSUMER SOURCE EPOCH`;

type Command = (operator: Operator, args: readonly string[]) => Promise<void>;
const commands: Record<string, Command> = { list, show, replay, 'accept-epoch': acceptEpoch };

await operate(async (operator, [name = 'list', ...args]) => {
  const command = commands[name];
  if (!command) throw new Error(USAGE);
  await command(operator, args);
});

async function list(operator: Operator): Promise<void> {
  const reports = await operator.held();
  if (reports.length === 0) throw new Error('no service answers; is the system up?');
  for (const report of reports) for (const line of linesOf(report)) console.log(line);
  const parked = reports.flatMap(({ held }) => held).filter(({ state }) => state === 'parked').length;
  console.log(`${reports.length} services answered; ${parked} aggregates are held back by a parked version`);
}

function linesOf({ service, held, refused }: HeldReport): string[] {
  return [
    ...refused.map(
      ({ consumer, source, epoch }) =>
        `${service}/${consumer}  REFUSES epoch ${epoch} of ${source}, which was restored from a backup. To go on:\n` +
        `    npm run parked -- accept-epoch ${service}/${consumer} ${source} ${epoch}`,
    ),
    ...held.map((each) => lineOf(service, each)),
  ];
}

function lineOf(service: string, held: HeldBack): string {
  const { consumer, state, aggregateId, type, version, behind, since, attempts, error } = held;
  const followers = behind > 0 ? `, ${behind} behind it` : '';
  const reason = error ? `\n    ${error.split('\n')[0]} (${attempts} attempts)` : '';
  return `${service}/${consumer}  ${state}  ${aggregateId}  ${type} version ${version}${followers}, since ${since}${reason}`;
}

async function show(
  operator: Operator,
  [name, aggregateId = '', ...options]: readonly string[],
): Promise<void> {
  const { service, consumer } = consumerNamed(name);
  const withBody = options.includes('--body');
  const versions = await operator.ask(service, { do: 'show', consumer, aggregateId, withBody });
  for (const { version, state, error, event } of versions) {
    console.log(`version ${version}: ${state}`);
    console.log(JSON.stringify(event, undefined, 2));
    if (error) console.log(error);
  }
}

async function replay(operator: Operator, [name, aggregateId = '']: readonly string[]): Promise<void> {
  const { service, consumer } = consumerNamed(name);
  const { stillHeld, error } = await operator.ask(service, { do: 'replay', consumer, aggregateId });
  if (error) throw new Error(`failed again and is parked: ${error}`);
  console.log(
    stillHeld === 0 ? 'applied, with all that waited behind it' : `applied; ${stillHeld} still wait`,
  );
}

async function acceptEpoch(operator: Operator, [name, source = '', epoch]: readonly string[]): Promise<void> {
  const { service, consumer } = consumerNamed(name);
  const { isChanged } = await operator.ask(service, {
    do: 'accept-epoch',
    consumer,
    source,
    epoch: Number(epoch),
  });
  console.log(
    isChanged
      ? `accepted; ${source} is read again from its beginning. What ${consumer} had from events that ${source} lost stays: rebuild it where it is a projection.`
      : `${consumer} accepts epoch ${epoch} of ${source} already`,
  );
}
