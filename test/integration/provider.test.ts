import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startOidcServer, type OidcServer } from '../fakes/oidc-server.ts';
import { findFreePort } from './server-process.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

describe('signing in through another house', () => {
  let house: OidcServer;
  let desk: RunningDesk;
  let url: string;
  beforeAll(async () => {
    house = await startOidcServer();
    const port = await findFreePort();
    url = `http://127.0.0.1:${port}`;
    const { issuer, clientId, clientSecret } = house;
    desk = await startDesk(undefined, { config: { port, publicUrl: url, provider: { issuer, clientId, clientSecret, name: 'Example Exchange', strong: ['mfa', 'urn:strong'], roles: { claim: 'groups', byValue: [['leads', 'supervisor'], ['staff', 'agent']] } } } });
    await desk.createAgent('ana@x.example');
    await desk.createAgent('sue@x.example', { role: 'supervisor' });
  });
  afterAll(async () => {
    await desk.stop();
    await house.stop();
  });
  beforeEach(() => {
    house.forges = false;
    house.claims = { email: 'ana@x.example', email_verified: true };
  });

  const go = async (address: string, cookie = '') => {
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    const cookies = new Map(response.headers.getSetCookie().map((one) => (one.split(';')[0] ?? '').split('=') as [string, string]));
    return { to: response.headers.get('location') ?? '', cookies };
  };

  /** There and back again; what is changed on the way is up to the test. */
  async function visit(change: { away?: (cookie: string) => string; back?: (address: string) => string } = {}) {
    const left = await go(`${url}/api/desk/provider/start`);
    const { to } = await go(left.to);
    const away = `vigil_away=${left.cookies.get('vigil_away') ?? ''}`;
    const returned = await go((change.back ?? String)(to), (change.away ?? String)(away));
    return { ...returned, again: () => go(to, away) };
  }

  it('lets in who has an account here, and says so to the desk', async () => {
    const { to, cookies, again } = await visit();
    expect(to).toBe('/desk');
    const me = await fetch(`${url}/api/desk/me`, { headers: { cookie: `vigil_session=${cookies.get('vigil_session') ?? ''}` } });
    expect(await me.json()).toMatchObject({ agent: { email: 'ana@x.example', role: 'agent' } });
    const [asked] = house.asked;
    expect(Object.fromEntries(asked ?? [])).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', redirect_uri: `${url}/api/desk/provider/callback` });
    // What came back is used up.
    expect((await again()).to).toBe('/desk?problem=unauthenticated');
    expect(await (await fetch(`${url}/api/desk/sign-in/ways`)).json()).toEqual({ provider: 'Example Exchange', step: null });
  });

  it('asks a supervisor for their second factor, unless the other house did', async () => {
    house.claims = { email: 'SUE@x.example', email_verified: true };
    const weak = await visit();
    expect(weak.to).toBe('/desk');
    expect(weak.cookies.has('vigil_session')).toBe(false);
    const ways = await fetch(`${url}/api/desk/sign-in/ways`, { headers: { cookie: `vigil_sign_in=${weak.cookies.get('vigil_sign_in') ?? ''}` } });
    expect(await ways.json()).toMatchObject({ step: { state: 'second-factor', methods: ['totp'] } });
    for (const strong of [{ amr: ['pwd', 'mfa'] }, { acr: 'urn:strong' }]) {
      house.claims = { email: 'sue@x.example', email_verified: true, ...strong };
      expect((await visit()).cookies.get('vigil_session')).toBeTruthy();
    }
    expect((await desk.storage.audit.list({ actions: ['agent.signed-in'] }, null, 1))[0]).toMatchObject({ actor: { name: 'sue' }, details: { proof: 'provider' } });
  });

  it('makes an account for who has a role there, and for nobody else', async () => {
    house.claims = { email: 'new@x.example', email_verified: true, name: 'Nia New', groups: ['staff'] };
    expect((await visit()).cookies.get('vigil_session')).toBeTruthy();
    expect(await desk.storage.agents.findByEmail('new@x.example')).toMatchObject({ agent: { name: 'Nia New', role: 'agent', teams: [] } });
    house.claims = { email: 'eve@x.example', email_verified: true, groups: ['guests'] };
    expect((await visit()).to).toBe('/desk?problem=forbidden');
    expect(await desk.storage.agents.findByEmail('eve@x.example')).toBeUndefined();
    const agent = (await desk.storage.agents.findByEmail('new@x.example'))?.agent;
    if (agent) await desk.storage.agents.update({ ...agent, active: false });
    house.claims = { email: 'new@x.example', email_verified: true, groups: ['staff'] };
    expect((await visit()).to).toBe('/desk?problem=forbidden');
  });

  it.each<[string, object]>([
    ['an e-mail address that nobody verified', { email_verified: false }],
    ['no word on whether it was verified', { email_verified: undefined }],
    ['a token for another client', { aud: 'another' }],
    ['a token of another issuer', { iss: 'https://evil.example' }],
    ['another nonce', { nonce: 'another' }],
    ['a token that is over', { iat: 1, exp: 2 }],
    ['no e-mail address', { email: undefined }],
  ])('refuses %s', async (_name, wrong) => {
    house.claims = { ...house.claims, ...wrong };
    const { to, cookies } = await visit();
    expect(to).toBe('/desk?problem=wrong-credentials');
    expect(cookies.has('vigil_session')).toBe(false);
  });

  it('refuses a token that somebody else signed', async () => {
    house.forges = true;
    expect((await visit()).to).toBe('/desk?problem=wrong-credentials');
  });

  it('refuses what was begun in another browser, or came back changed', async () => {
    expect((await visit({ away: () => '' })).to).toBe('/desk?problem=unauthenticated');
    const other = await go(`${url}/api/desk/provider/start`);
    expect((await visit({ away: () => `vigil_away=${other.cookies.get('vigil_away') ?? ''}` })).to).toBe('/desk?problem=wrong-credentials');
    expect((await visit({ back: (address) => address.replace(/state=[^&]+/, 'state=x') })).to).toBe('/desk?problem=wrong-credentials');
    expect((await visit({ back: (address) => address.replace(/code=[^&]+/, 'code=x') })).to).toBe('/desk?problem=wrong-credentials');
  });
});
