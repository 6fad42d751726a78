/** Which methods an address knows, for whoever asks with another. */
import { allContracts, exportsOfLedgers, partsRoutes, sessionRoutes } from '@xuncha/contracts';
import { API } from './contract-routes.js';

const byHand: readonly (readonly [method: string, path: string])[] = [
  ...sessionRoutes.map(([path]) => ['POST', API + path] as const),
  ['POST', `${API}/oauth/token`],
  ['GET', `${API}/events`],
  ['GET', '/health'],
  ['GET', '/metrics'],
  ['GET', '/set-up'],
  ['GET', '/api'],
  ['GET', '/api/openapi.json'],
];
const fromContracts = allContracts().flatMap((contract) =>
  contract.kind !== 'event' && contract.route
    ? [[contract.route.method, API + contract.route.path] as const]
    : [],
);
const inParts = allContracts().flatMap((contract) => {
  if (contract.kind !== 'file' || contract.direction !== 'up') return [];
  const { all, one } = partsRoutes(contract);
  const methods = ['DELETE', 'GET', 'HEAD', 'PATCH'];
  return [['POST', API + all] as const, ...methods.map((method) => [method, API + one] as const)];
});
const ofLedgers = exportsOfLedgers().map(({ route }) => [route.method, API + route.path] as const);
const addresses = [...byHand, ...fromContracts, ...inParts, ...ofLedgers].map(([method, path]) => ({
  method,
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
}));

/** Empty where there is no such address at all. */
export function methodsAt(path: string): string[] {
  const methods = addresses.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  return [...new Set<string>(methods)].sort();
}
