import { main, Failure } from './lib/say.mjs';
import { runSteps, serviceTests } from './lib/testing.mjs';
import { mysql, mysqlPurpose } from './servers/mysql.mjs';

/** `npm run test:mysql`: the service tests on the real MySQL, the other server that installations may have. */
async function testOnMysql(args) {
  if (process.env.XC_MYSQL_URL) {
    throw new Failure('XC_MYSQL_URL is set, but this test brings its own MySQL', 'unset it, or use npm test');
  }
  await mysql.locate();
  const service = () => serviceTests(args, { purpose: mysqlPurpose, database: mysql });
  return runSteps([{ name: 'service on MySQL', run: service }]);
}

await main(() => testOnMysql(process.argv.slice(2)));
