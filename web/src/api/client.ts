import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { language } from './language';
import { Problem, problemOf } from './problem';
import type { components, paths } from './schema';

/** The server's records by name: `Schema['Session']`. */
export type Schema = components['schemas'];

/** One page of a list, and how many rows the whole list has. */
export interface Rows<Row> {
  rows: Row[];
  total: number;
  /** Whether there are more than were counted. */
  more?: boolean;
}

interface Options {
  fetch?: (request: Request) => Promise<Response>;
  baseUrl?: string;
  /** Told when a call is answered 401: the session has ended. */
  onSignedOut?: () => void;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SESSION = '/api/session';

function csrfToken(): string | undefined {
  const value = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1];
  return value ? decodeURIComponent(value) : undefined;
}

/**
 * Sends what a double click asks for only once: while a change is under way, the same change asked for again gets the
 * same answer. Uploads are left alone; the server knows a file that it was given before.
 */
function onceAtATime(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  const underWay = new Map<string, Promise<Response>>();
  return async (request) => {
    if (SAFE.has(request.method) || request.headers.get('Content-Type')?.startsWith('multipart/')) {
      return send(request);
    }
    const asked = `${request.method} ${request.url} ${await request.clone().text()}`;
    let answer = underWay.get(asked);
    if (!answer) {
      answer = send(request).finally(() => underWay.delete(asked));
      underWay.set(asked, answer);
    }
    return (await answer).clone();
  };
}

/** A client whose calls either give data or throw a {@link Problem}. */
export function createApi({
  fetch = (request) => globalThis.fetch(request),
  baseUrl = '',
  onSignedOut,
}: Options = {}): Client<paths> {
  const client = createClient<paths>({ baseUrl, fetch: onceAtATime(fetch), credentials: 'same-origin' });
  const middleware: Middleware = {
    async onRequest({ request }) {
      request.headers.set('Accept-Language', language());
      if (!SAFE.has(request.method)) {
        if (!csrfToken()) {
          await client.GET('/api/welcome'); // sets the cookie
        }
        request.headers.set('X-XSRF-TOKEN', csrfToken() ?? '');
      }
      return request;
    },
    async onResponse({ request, response }) {
      if (response.ok) {
        return response;
      }
      if (response.status === 401 && new URL(request.url).pathname !== SESSION) {
        onSignedOut?.();
      }
      throw await problemOf(response);
    },
    onError({ error }) {
      return error instanceof Problem ? error : new Problem(0, 'network', '');
    },
  };
  client.use(middleware);
  return client;
}

let signedOut: () => void = () => undefined;

/** Says what to do when the session has ended. */
export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The platform's server. */
export const api = createApi({ onSignedOut: () => signedOut() });

/**
 * The data of a call: `await data(api.GET('/api/jobs'))`. A refusal throws the {@link Problem} before this sees it.
 */
export async function data<R extends { data?: unknown }>(call: Promise<R>): Promise<Exclude<R['data'], undefined>> {
  return (await call).data as Exclude<R['data'], undefined>;
}
