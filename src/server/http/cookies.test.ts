import { describe, expect, it } from '@jest/globals';
import { createCookies } from './cookies.ts';

describe('cookies of agents', () => {
  const overHttps = createCookies({ secure: true });
  const plain = createCookies({ secure: false });

  it('are out of reach of scripts, of other sites and, over https, of other hosts', () => {
    for (const cookie of [overHttps.session('t'), overHttps.step('t'), overHttps.device('t')]) {
      expect(cookie[0]).toMatch(/^__Host-vigil_/);
      expect(cookie[2]).toMatchObject({ httpOnly: true, sameSite: 'strict', secure: true, path: '/' });
      expect(cookie[2].domain).toBeUndefined();
    }
    expect(overHttps.away('t')[2]).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true });
    expect(plain.session('t')).toMatchObject(['vigil_session', 't', { httpOnly: true, sameSite: 'strict', secure: false }]);
  });

  it('that another host of the exchange could have set are not read over https', () => {
    const headers = { cookie: 'vigil_session=planted; vigil_sign_in=planted' };
    expect(overHttps.readSession({ headers })).toBeUndefined();
    expect(overHttps.readStep({ headers })).toBeUndefined();
    expect(overHttps.readSession({ headers: { cookie: `${headers.cookie}; __Host-vigil_session=own` } })).toBe('own');
    expect(plain.readSession({ headers })).toBe('planted');
  });

  it('are removed by an empty value that is over at once', () => {
    expect(overHttps.session(undefined)).toMatchObject(['__Host-vigil_session', '', { maxAge: 0 }]);
  });
});
