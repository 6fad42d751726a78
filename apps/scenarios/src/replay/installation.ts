/** The running system, as a script beside the services is told of it by its environment. */

export interface Installation {
  readonly address: string;
  readonly dataFolder: string;
}

export function installationFrom(env: NodeJS.ProcessEnv): Installation {
  const { XC_HTTP_PORT: port, XC_DATA: dataFolder, XC_HTTP_TLS_CERT: certificate } = env;
  if (!port || !dataFolder) throw new Error('XC_HTTP_PORT and XC_DATA are not set; start by npm run replay');
  return { address: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`, dataFolder };
}
