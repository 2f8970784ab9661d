import type { RouteInput, RouteOutput } from '../../../protocol/http.ts';
import type { Call } from '../connection/request.ts';

/** How far a sign-in came. */
export type Entered = RouteOutput<'signIn'>;
type Body<N extends 'signIn' | 'answerCode' | 'addTotp' | 'addPasskey' | 'answerPasskey'> = RouteInput<N>['body'];

/** The endpoints by which somebody comes in; every method rejects with `RequestError` only. */
export type SignInApi = ReturnType<typeof createSignInApi>;

export function createSignInApi(call: Call) {
  return {
    getSignInWays: () => call('getSignInWays', 'GET', '/api/desk/sign-in/ways'),
    signIn: (body: Body<'signIn'>) => call('signIn', 'POST', '/api/desk/sign-in', body),
    answerCode: (body: Body<'answerCode'>) => call('answerCode', 'POST', '/api/desk/sign-in/code', body),
    startPasskeyAnswer: () => call('startPasskeyAnswer', 'POST', '/api/desk/sign-in/passkey/challenge', {}),
    answerPasskey: (body: Body<'answerPasskey'>) => call('answerPasskey', 'POST', '/api/desk/sign-in/passkey', body),
    startTotp: () => call('startTotp', 'POST', '/api/desk/factors/totp/start', {}),
    addTotp: (body: Body<'addTotp'>) => call('addTotp', 'POST', '/api/desk/factors/totp', body),
    startPasskey: () => call('startPasskey', 'POST', '/api/desk/factors/passkey/start', {}),
    addPasskey: (body: Body<'addPasskey'>) => call('addPasskey', 'POST', '/api/desk/factors/passkey', body),
  };
}
