import createClient, { type Middleware } from 'openapi-fetch';
import { Problem, Unreachable } from './problem';
import { lost, reachableAgain } from './reachability';
import type { components, paths } from './schema';
import { accessToken, isOurs, renewed } from './session';

/** Everything the API answers, by the names of its own description. */
export type Schemas = components['schemas'];

/**
 * One way to the API: adds the token, renews it when it has run out, waits for a server that is away (reads only: a write
 * is repeated by who sent it, with the same key), turns refusals into {@link Problem}s.
 */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await attempt(request);
  if (answer.status === 401 && accessToken() !== null && (await renewed())) {
    return attempt(again);
  }
  return answer;
}

async function attempt(request: Request): Promise<Response> {
  const token = accessToken();
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  for (;;) {
    const answer = await answered(request.clone());
    if (answer) return answer;
    lost();
    if (request.method !== 'GET') throw new Unreachable();
    await reachableAgain();
  }
}

/** Null: nobody of ours was there to answer. */
async function answered(request: Request): Promise<Response | null> {
  try {
    const answer = await fetch(request);
    return isOurs(answer) ? answer : null;
  } catch (failure) {
    if (request.signal.aborted) throw failure;
    return null;
  }
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await Problem.of(response);
  },
};

/** Filters are parameters by their own names; what isn't set isn't sent. */
function query(parameters: Record<string, unknown>): string {
  const search = new URLSearchParams();
  const add = ([name, value]: [string, unknown]): void => {
    if (value === undefined || value === null || value === '') return;
    if (typeof value === 'object') Object.entries(value).forEach(add);
    else search.append(name, String(value));
  };
  Object.entries(parameters).forEach(add);
  return search.toString();
}

export const api = createClient<paths>({ baseUrl: '', fetch: send, querySerializer: query });
api.use(refusals);

/** What the API shows always has all of its fields; those without a value are null. */
export type Present<T> = T extends (infer U)[]
  ? Present<U>[]
  : T extends object
    ? { [K in keyof T]-?: Present<T[K]> }
    : T;

export type Shown<K extends keyof Schemas> = Present<Schemas[K]>;

export async function read<T>(answer: Promise<{ data?: T }>): Promise<Present<T>> {
  return (await answer).data as Present<T>;
}

/** For what isn't JSON: files, exports. */
export async function raw(path: string, init: RequestInit = {}): Promise<Response> {
  const answer = await send(new Request(path, init));
  if (!answer.ok) throw await Problem.of(answer);
  return answer;
}

/** The header that says which version is changed. */
export function ifMatch(thing: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${thing.version}"` };
}

/** A fresh key makes a repeated POST harmless: one for each time somebody means it. */
export function idempotencyKey(): string {
  return crypto.randomUUID();
}
