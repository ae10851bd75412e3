import { afterEach, describe, expect, it } from 'vitest';
import { createApi, data } from './client';
import { setLanguage } from './language';
import { Problem } from './problem';

const SERVER = 'http://localhost:3000';

/** A server that answers each path with one response, and remembers what it was asked. */
function serverOf(answers: Record<string, () => Response>) {
  const asked: Request[] = [];
  let ended = 0;
  const api = createApi({
    baseUrl: SERVER,
    onSignedOut: () => ended++,
    fetch: (request) => {
      asked.push(request);
      const answer = answers[`${request.method} ${new URL(request.url).pathname}`];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no route to host'));
    },
  });
  return { api, asked, ended: () => ended };
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });

afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; Max-Age=0';
  setLanguage('zh');
});

const body = { login: 'clerk', password: 'x', code: '' };

describe('a call to the server', () => {
  it('says the language of the page', async () => {
    const { api, asked } = serverOf({ 'GET /api/jobs': () => json([]) });
    setLanguage('en');
    await api.GET('/api/jobs');
    expect(asked[0]?.headers.get('Accept-Language')).toBe('en');
  });

  it('that changes something carries the token of the cookie', async () => {
    document.cookie = 'XSRF-TOKEN=t0ken';
    const { api, asked } = serverOf({ 'POST /api/session': () => json({}) });
    await api.POST('/api/session', { body });
    expect(asked[0]?.headers.get('X-XSRF-TOKEN')).toBe('t0ken');
  });

  it('that changes something fetches the cookie first where there is none', async () => {
    const { api, asked } = serverOf({
      'GET /api/welcome': () => {
        document.cookie = 'XSRF-TOKEN=fresh';
        return json({});
      },
      'DELETE /api/session': () => new Response(null, { status: 200, headers: { 'Content-Length': '0' } }),
    });
    await data(api.DELETE('/api/session'));
    expect(asked.map((request) => request.headers.get('X-XSRF-TOKEN'))).toEqual([null, 'fresh']);
  });
});

describe('a double click', () => {
  it('changes something once, and both clicks get the answer', async () => {
    document.cookie = 'XSRF-TOKEN=t0ken';
    const { api, asked } = serverOf({ 'POST /api/session': () => json({ today: '2016-10-10' }) });
    const answers = await Promise.all([
      data(api.POST('/api/session', { body })),
      data(api.POST('/api/session', { body })),
      data(api.POST('/api/session', { body: { ...body, login: 'other' } })),
    ]);
    expect(answers.map(({ today }) => today)).toEqual(['2016-10-10', '2016-10-10', '2016-10-10']);
    expect(asked).toHaveLength(2);
    await api.POST('/api/session', { body });
    expect(asked).toHaveLength(3);
  });
});

describe('a refusal', () => {
  const refusal = {
    title: 'Unprocessable Content',
    detail: '用户名或者密码不对。请核对后再试',
    code: 'access.refused',
    pointer: '/password',
    args: ['5'],
  };

  it('is thrown with what, where and how to mend it, without HTTP’s own phrase', async () => {
    const { api } = serverOf({ 'GET /api/jobs': () => json(refusal, 422, 'application/problem+json') });
    const problem: unknown = await data(api.GET('/api/jobs')).catch((thrown: unknown) => thrown);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 422, title: '', detail: refusal.detail, code: 'access.refused' });
    expect(problem).toMatchObject({ pointer: '/password', args: ['5'] });
  });

  it('that is no problem document still has its status', async () => {
    const { api } = serverOf({ 'GET /api/jobs': () => new Response('<html>Bad Gateway</html>', { status: 502 }) });
    await expect(api.GET('/api/jobs')).rejects.toMatchObject({ status: 502, code: 'http.502', detail: '' });
  });

  it('by the network is a problem as well', async () => {
    const { api } = serverOf({});
    await expect(api.GET('/api/jobs')).rejects.toMatchObject({ status: 0, code: 'network' });
  });

  it('for want of a session ends the session on the page', async () => {
    const { api, ended } = serverOf({ 'GET /api/jobs': () => json({ code: 'access.not-signed-in' }, 401) });
    await expect(api.GET('/api/jobs')).rejects.toMatchObject({ status: 401 });
    expect(ended()).toBe(1);
  });

  it('of a wrong password ends nothing', async () => {
    document.cookie = 'XSRF-TOKEN=t0ken';
    const { api, ended } = serverOf({ 'POST /api/session': () => json(refusal, 401) });
    await expect(api.POST('/api/session', { body })).rejects.toMatchObject({ code: 'access.refused' });
    expect(ended()).toBe(0);
  });
});
