import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findFreePort } from '../integration/server-process.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;

describeInBrowser('coming in', () => {
  let desk: RunningDesk;
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    // Browsers keep passkeys for names, and for this one without encryption.
    const port = await findFreePort();
    url = `http://localhost:${port}`;
    desk = await startDesk(undefined, { config: { port, publicUrl: url } });
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  async function createBare(email: string): Promise<void> {
    const { id } = await desk.createAgent(email, { role: 'admin' });
    await desk.storage.factors.removeAll(id);
  }

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<{ context: BrowserContext; page: Page }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return { context, page };
  }

  async function typePassword(page: Page, email: string): Promise<void> {
    await page.goto(`${url}/desk`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
  }

  async function check(page: Page, name: string): Promise<void> {
    await takeScreenshot(page, name);
    expect(await findAccessibilityProblems(page)).toEqual([]);
  }

  it('adds an authenticator app on a phone, keeps the codes, and manages the account and its sessions', async () => {
    await createBare('ana@x.example');
    const { context, page } = await open({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', colorScheme: 'dark' });
    await typePassword(page, 'ana@x.example');
    await page.getByRole('heading', { name: '添加第二重验证' }).waitFor();
    await page.getByRole('img', { name: '供身份验证器应用扫描的二维码' }).waitFor();
    await check(page, 'sign-in-enrol-phone');
    const secret = (await page.locator('.enrol-secret code').innerText()).replaceAll(' ', '');
    await page.locator('input[name=code]').fill('000000');
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('alert').getByText('验证码不正确').waitFor();
    await page.locator('input[name=code]').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByRole('heading', { name: '请保存这些恢复码' }).waitFor();
    const codes = await page.locator('.recovery-codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await check(page, 'sign-in-recovery-codes-phone');
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('navigation', { name: '视图' }).waitFor();

    const second = await open();
    await typePassword(second.page, 'ana@x.example');
    await second.page.getByRole('heading', { name: 'One more step' }).waitFor();
    await check(second.page, 'sign-in-code');
    await second.page.getByRole('button', { name: 'Use a recovery code' }).click();
    await second.page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await second.page.getByRole('button', { name: 'Go on' }).click();
    await second.page.getByRole('navigation', { name: 'Views' }).waitFor();
    await second.page.goto(`${url}/desk/account`);
    await second.page.getByText('9 recovery codes left.').waitFor();
    await check(second.page, 'account');
    await second.page.getByRole('button', { name: 'End', exact: true }).click();
    // The phone is signed out at once, whatever it was doing.
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await context.close();
    await second.context.close();
  }, LIMIT_MS);

  it('adds a passkey, and signs in with it', async () => {
    await createBare('ben@x.example');
    const { context, page } = await open();
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: false, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
    await typePassword(page, 'ben@x.example');
    await page.getByRole('button', { name: 'Use a passkey instead' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await context.clearCookies();
    await typePassword(page, 'ben@x.example');
    await page.getByText('Confirm with the passkey that you added.').waitFor();
    await check(page, 'sign-in-passkey');
    await page.getByRole('button', { name: 'Use a passkey', exact: true }).click();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();

    await page.goto(`${url}/desk/audit`);
    await page.getByRole('cell', { name: 'with passkey' }).first().waitFor();
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await page.getByText(/Unbroken: \d+ entries/).waitFor();
    await check(page, 'audit');
    await page.locator('.audit-filters button').first().click();
    await page.getByRole('option', { name: 'Second factor added' }).click();
    await page.getByRole('rowheader', { name: 'Signed in' }).first().waitFor({ state: 'detached' });
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(expect.arrayContaining(['Second factor added']));
    await context.close();
  }, LIMIT_MS);
});
