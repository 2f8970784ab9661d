/** Signs an agent in, second factor included, and gives the header `cookie` of the session. */
export async function signIn(url: string, { email, password }: { readonly email: string; readonly password: string }): Promise<string> {
  const signedIn = await fetch(`${url}/api/desk/sign-in`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, password }),
  });
  if (!signedIn.ok) throw new Error(`signing in failed: ${signedIn.status} ${await signedIn.text()}`);
  return (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}
