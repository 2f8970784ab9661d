import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import type { SignInApi } from './sign-in-api.ts';

/** True where this browser can keep or use passkeys. */
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && window.isSecureContext;
}

/** Asks for a passkey and answers with it. Rejects with `RequestError`, or with what the browser says when somebody turns it down. */
export async function answerWithPasskey(api: Pick<SignInApi, 'startPasskeyAnswer' | 'answerPasskey'>) {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { options } = await api.startPasskeyAnswer();
  const response = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON });
  return api.answerPasskey({ response: { ...response } });
}

/** Makes a passkey on this device, or on a key, and adds it. Rejects as `answerWithPasskey` does. */
export async function addPasskey(api: Pick<SignInApi, 'startPasskey' | 'addPasskey'>, name: string) {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { options } = await api.startPasskey();
  const response = await startRegistration({ optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON });
  return api.addPasskey({ name, response: { ...response } });
}
