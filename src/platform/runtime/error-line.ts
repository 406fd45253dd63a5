const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@]+@/gi;

const withoutCredentials = (text: string): string => text.replace(CREDENTIALS, '$1:****@');

/** What the log says of an error. Nothing else of it: a lost connection's error carries the connection, with its password (SEC-26). */
export function errorLine(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutCredentials(String(error)) };
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? error.code : undefined;
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: withoutCredentials(error.message),
    stack: withoutCredentials(error.stack ?? ''),
  };
}
