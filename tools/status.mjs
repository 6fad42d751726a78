import { loopback } from './lib/ports.mjs';
import { isAlive } from './lib/processes.mjs';
import { main } from './lib/say.mjs';
import { table } from './lib/table.mjs';
import { Installation } from './system/installation.mjs';

/** `npm run status`: what runs, where, and whether it is well. Exit code 0 only when the services are healthy. */
async function status() {
  const installation = new Installation();
  const { supervisor, children = [] } = installation.state;
  const servers = installation.servers.own.map((server) => ({
    what: server.name,
    state: server.isRunning() ? 'runs' : 'stopped',
    process: server.isRunning() ? server.pid : '',
    restarts: '',
    where: server.isRunning() ? `${loopback}:${server.port}` : '',
  }));
  const services = [{ name: 'supervisor', pid: supervisor }, ...children].map(
    ({ name, pid, restarts = '' }) => ({
      what: name,
      state: isAlive(pid, 'tools') ? 'runs' : 'stopped',
      process: isAlive(pid, 'tools') ? pid : '',
      restarts,
      where: '',
    }),
  );
  console.log(table([...servers, ...services]));
  const health = installation.isSupervised() ? await installation.health() : undefined;
  if (!health) console.log('\nhealth: no answer');
  else
    console.log(
      `\nhealth: ${health.ok ? 'well' : 'not well'} at ${installation.address}\n${JSON.stringify(health.services, null, 2)}`,
    );
  return health?.ok ? 0 : 1;
}

await main(status);
