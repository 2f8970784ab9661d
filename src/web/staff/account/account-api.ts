import type { Call } from '../connection/request.ts';

/** The endpoints about one's own account; every method rejects with `RequestError` only. */
export type AccountApi = ReturnType<typeof createAccountApi>;

export function createAccountApi(call: Call) {
  return {
    listFactors: () => call('listFactors', 'GET', '/api/desk/factors'),
    removeFactor: (id: string) => call('removeFactor', 'DELETE', `/api/desk/factors/${encodeURIComponent(id)}`),
    renewRecoveryCodes: () => call('renewRecoveryCodes', 'POST', '/api/desk/factors/recovery-codes', {}),
    confirmPassword: (password: string) => call('confirmPassword', 'POST', '/api/desk/me/password/confirm', { password }),
    listSessions: () => call('listSessions', 'GET', '/api/desk/me/sessions'),
    revokeSession: (id: string) => call('revokeSession', 'DELETE', `/api/desk/me/sessions/${encodeURIComponent(id)}`),
    revokeOtherSessions: () => call('revokeOtherSessions', 'POST', '/api/desk/me/sessions/revoke-others', {}),
  };
}
