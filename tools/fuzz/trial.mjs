/** One trial: so many minutes of requests from one seed, each answer judged, and at the end everything must be as well as before. */
import { Chance } from '../../apps/scenarios/dist/chance.js';
import { say } from '../lib/say.mjs';
import { table } from '../lib/table.mjs';
import { setCanaries } from './canaries.mjs';
import { Judge } from './judge.mjs';
import { Ids } from './ids.mjs';
import { falseTokens, peopleOf } from './people.mjs';
import { Requests } from './requests.mjs';
import { codesOf, routesOf } from './routes.mjs';
import { curlOf, Sender } from './sending.mjs';

const AT_ONCE = 8;
const SHOWN = 15;

export class Trial {
  #installation;
  #options;
  #chance;
  #counts = new Map();
  #found = [];
  #tried = new Set();
  #isStopped = false;

  constructor(installation, options) {
    this.#installation = installation;
    this.#options = options;
    this.#chance = new Chance(`fuzz/${options.seed}`);
  }

  stop() {
    this.#isStopped = true;
  }

  /** Answers whether nothing was found. */
  async run() {
    const { address } = this.#installation;
    const document = await (await fetch(`${address}/api/openapi.json`)).json();
    const people = await peopleOf(this.#installation);
    const ids = new Ids();
    const secrets = await setCanaries(address, people, ids);
    const routes = routesOf(document);
    const requests = new Requests(routes, people, falseTokens(people[0], this.#installation), ids);
    const judge = new Judge(codesOf(document), secrets);
    say(`${routes.routes.length} routes, ${people.length} people, ${this.#options.minutes} minutes`);
    const sender = new Sender(address);
    const until = Date.now() + this.#options.minutes * 60_000;
    let next = 0;
    // However short the time is, no route is left out.
    const goesOn = () => !this.#isStopped && (Date.now() < until || next < routes.routes.length);
    const worker = async () => {
      while (goesOn()) await this.#once(next++, { requests, judge, sender, ids });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    sender.close();
    const untried = routes.routes.filter(({ name }) => !this.#tried.has(name)).map(({ name }) => name);
    return this.#report(next, untried, await this.#afterwards());
  }

  async #once(number, { requests, judge, sender, ids }) {
    const request = requests.make(number, this.#chance.fork(String(number)));
    const answer = await sender.send(request);
    this.#tried.add(request.route.name);
    const key = answer.status === 0 ? 'hung up' : String(answer.status);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (answer.status === 200) ids.learn(answer.text, request.route.name);
    if (answer.status === 201) ids.note('upload', answer.headers.location.split('/').at(-1));
    const faults = judge.faults(request, answer);
    if (faults.length > 0) this.#found.push({ number, faults, request, text: answer.text });
  }

  /** Every service healthy, and no event parked. */
  async #afterwards() {
    const { address } = this.#installation;
    const health = await fetch(`${address}/health`);
    const metrics = await (await fetch(`${address}/metrics`)).text();
    const parked = [...metrics.matchAll(/^xuncha_events_parked(\{.*\}) ([1-9]\S*)/gm)];
    return [
      ...(health.status === 200 ? [] : [`unhealthy afterwards: ${await health.text()}`]),
      ...parked.map(([, labels, count]) => `${count} events parked ${labels}`),
    ];
  }

  #report(sent, untried, afterwards) {
    const { minutes, seed } = this.#options;
    const rows = [...this.#counts].sort().map(([status, count]) => ({ status, count }));
    console.log(`\n${sent} requests in ${minutes} minutes, seed ${seed}\n\n${table(rows)}`);
    for (const { number, faults, request, text } of this.#found.slice(0, SHOWN)) {
      console.log(`\n#${number} ${request.route.name}: ${faults.join('; ')}\n  ${text.slice(0, 300)}`);
      console.log(`  ${curlOf(this.#installation.address, request)}`);
    }
    if (this.#found.length > SHOWN) console.log(`\nand ${this.#found.length - SHOWN} more`);
    for (const fault of afterwards) console.log(`\n${fault}`);
    if (untried.length > 0) console.log(`\nnever tried: ${untried.join(', ')}`);
    const passed = this.#found.length === 0 && afterwards.length === 0 && untried.length === 0;
    console.log(`\n${passed ? 'passed' : `FAILED: ${this.#found.length} answers that must not be`}`);
    return passed;
  }
}
