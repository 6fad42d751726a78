/** Every operation of the OpenAPI document that runs, as something that can be sent. */

export function routesOf(document) {
  const resolve = (reference) =>
    reference
      .slice('#/'.length)
      .split('/')
      .reduce((node, key) => node[key], document);
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      name: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: (operation.parameters ?? []).map((one) => (one.$ref ? resolve(one.$ref) : one)),
      content: operation.requestBody?.content ?? {},
      permission: operation['x-permission'],
      isOpen: operation.security?.length === 0,
    })),
  );
  return { routes, resolve };
}

/** Every code of a refusal that the document tells of. */
export function codesOf(document) {
  const responses = Object.values(document.components.responses);
  // Told where an address or a method is no part of the document.
  return new Set(['request.method', ...responses.flatMap((response) => Object.keys(response['x-codes']))]);
}
