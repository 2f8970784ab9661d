import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/domain/roles.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 768, height: 1024 };

describeInBrowser('the settings of the desk', () => {
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const open = async (email: string, role: Role, path: string, options: { locale?: string; colorScheme?: 'light' | 'dark'; viewport?: { width: number; height: number } } = {}): Promise<Page> => {
    await desk.createAgent(email, { role });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', timezoneId: 'Europe/Berlin', ...options });
    await signInTo(context, desk.url, { email, password: PASSWORD });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(`${desk.url}/desk/settings/${path}`);
    await page.getByRole('tablist').first().waitFor();
    return page;
  };
  const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  const noProblems = async (page: Page): Promise<void> => { expect(await findAccessibilityProblems(page)).toEqual([]); };

  it('let an administrator add somebody who can sign in, change what they do, and let them go', async () => {
    const page = await open('root@x.example', 'admin', 'people');
    await press(page, 'Add a person');
    await field(page, 'Name').fill('Zoë Marsh');
    await field(page, 'E-mail').fill('root@x.example');
    await press(page, 'Create the account');
    await page.getByText('Somebody has this e-mail already.').waitFor();
    await noProblems(page);
    await field(page, 'E-mail').fill('zoe@x.example');
    await page.getByRole('button', { name: 'Fraud', exact: true }).click();
    const password = await field(page, 'First password').inputValue();
    await press(page, 'Create the account');
    await page.getByRole('heading', { name: 'Zoë Marsh can sign in' }).waitFor();
    await takeScreenshot(page, 'settings-people-ready');
    await press(page, 'Done');
    expect((await page.context().request.post(`${desk.url}/api/desk/sign-in`, { data: { email: 'zoe@x.example', password } })).status()).toBe(200);
    await signInTo(page.context(), desk.url, { email: 'root@x.example', password: PASSWORD });

    // Inline, by keyboard: teams are ticked and the popover closed with Escape.
    await page.getByRole('button', { name: 'Teams of Zoë Marsh: Fraud, General' }).press('Enter');
    await page.locator('[role=option]:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Security', selected: true }).waitFor();
    await noProblems(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Teams of Zoë Marsh: Security, Fraud, General' }).waitFor();
    await page.getByRole('button', { name: /^Load of Zoë Marsh/ }).click();
    await field(page, 'Capacity').fill('11');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Load of Zoë Marsh: 0 of 11' }).waitFor();
    await takeScreenshot(page, 'settings-people');
    await noProblems(page);

    await page.getByRole('searchbox', { name: 'Find people' }).fill('zoe');
    await row(page, 'root@x.example').waitFor({ state: 'detached' });
    await press(page, 'Actions for Zoë Marsh');
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('Nobody found.').waitFor();
    await page.getByText('Show who left').click();
    await press(page, 'Actions for Zoë Marsh');
    await page.getByRole('menuitem', { name: 'Reactivate' }).click();
    await page.getByRole('button', { name: /^Load of Zoë Marsh/ }).and(page.locator(':enabled')).waitFor();
    await page.context().close();
  }, LIMIT_MS);

  it('show a supervisor what working hours and SLA times mean before they are saved', async () => {
    const page = await open('boss@x.example', 'supervisor', 'teams');
    await page.getByRole('tab', { name: /^Payments/ }).click();
    await page.getByText('Business hours', { exact: true }).click();
    await page.getByRole('group', { name: 'Friday' }).waitFor();
    const first = page.locator('.preview-deadlines li').first();
    expect(await first.textContent()).toMatch(/^First response due Monday, .*9:20.AM/);
    await field(page, 'High: First response').fill('1h 15m');
    expect(await first.textContent()).toMatch(/^First response due Monday, .*10:05.AM/);
    await field(page, 'Low: Resolution').fill('soon');
    await page.getByText('Write 30m, 4h or 2d').waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await takeScreenshot(page, 'settings-teams-unclear');
    await noProblems(page);
    await field(page, 'Low: Resolution').fill('');
    await page.getByLabel('Friday, until').fill('16:00');
    await page.getByText('3 changes not saved').waitFor();

    // Nothing is lost by going elsewhere, or by a reload.
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('tab', { name: 'Teams and SLA' }).click();
    page.on('dialog', (dialog) => { void dialog.accept(); });
    await page.reload();
    await page.getByText('3 changes not saved').waitFor();
    await press(page, 'Save');
    await page.getByText('Saved. Running clocks follow within moments.').waitFor();
    const { calendar, sla } = desk.storage.deskSettings.current().settings.teams.payments;
    expect(calendar).toMatchObject({ kind: 'business', timeZone: 'Europe/Berlin', week: [[{ from: '09:00', to: '18:00' }], {}, {}, {}, [{ from: '09:00', to: '16:00' }], [], []] });
    expect([sla.high['first-response'], sla.low.resolution]).toEqual([75, null]);
    await page.context().close();
  }, LIMIT_MS);

  it('show two supervisors who save at the same time what differs, and lose nothing of either', async () => {
    const [one, two] = await Promise.all([open('one@x.example', 'supervisor', 'teams'), open('two@x.example', 'supervisor', 'teams')]);
    for (const page of [one, two]) await page.getByRole('tab', { name: /^Trading/ }).click();
    await field(two, 'Critical: First response').fill('3m');
    await field(two, 'Normal: First response').fill('5h');
    await field(one, 'Critical: First response').fill('4m');
    await one.getByText('Automatic', { exact: true }).click();
    await press(one, 'Save');
    await one.getByText('Saved. Running clocks follow within moments.').waitFor();
    await press(two, 'Save');
    const dialog = two.getByRole('alertdialog', { name: 'Somebody saved meanwhile' });
    await dialog.getByRole('radiogroup', { name: 'Trading: First response, Critical' }).waitFor();
    await dialog.getByText('Trading: who gives out conversations').waitFor();
    await takeScreenshot(two, 'settings-conflict');
    await noProblems(two);
    await dialog.getByText('Theirs', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await two.getByText('Saved. Running clocks follow within moments.').waitFor();
    const { assignment, sla } = desk.storage.deskSettings.current().settings.teams.trading;
    expect([assignment, sla.critical['first-response'], sla.normal['first-response']]).toEqual(['automatic', 4, 300]);
    // Who has changed nothing sees it without doing anything.
    await one.waitForFunction(() => document.querySelector<HTMLInputElement>('input[aria-label="Normal: First response"]')?.value === '5h');
    for (const page of [one, two]) await page.context().close();
  }, LIMIT_MS);

  it('keep macros in several languages side by side, with variables from a menu', async () => {
    const page = await open('mia@x.example', 'supervisor', 'macros');
    await press(page, 'New macro');
    await field(page, 'Title').fill('Ask for the TXID');
    await field(page, 'Text in English').fill('Case  please');
    await field(page, 'Text in English').press('Home');
    for (let step = 0; step < 5; step += 1) await field(page, 'Text in English').press('ArrowRight');
    await press(page, 'Insert a variable into English');
    await page.getByRole('menuitem', { name: /^Case number/ }).click();
    expect(await field(page, 'Text in English').inputValue()).toBe('Case {{case.number}} please');
    await page.getByRole('group', { name: 'Preview in English' }).getByText('Case V-7K2M4Q please').waitFor();
    await press(page, 'Add a language');
    await page.getByRole('menuitem', { name: /^Arabic/ }).click();
    await page.getByText('Arabic has no text yet.').waitFor();
    await field(page, 'Text in Arabic').fill('الحالة {{password}}');
    await page.getByText('Arabic: there is no variable {{password}}.').waitFor();
    await field(page, 'Text in Arabic').fill('الحالة {{case.number}}');
    await page.getByRole('button', { name: 'Payments', exact: true }).click();
    await takeScreenshot(page, 'settings-macro');
    await noProblems(page);
    await press(page, 'Save');
    await page.getByText('“Ask for the TXID” is saved.').waitFor();
    expect(await desk.storage.macros.list()).toMatchObject([{ title: 'Ask for the TXID', teams: ['payments'], texts: { en: 'Case {{case.number}} please', ar: 'الحالة {{case.number}}' } }]);
    await press(page, 'Remove');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No macros yet.').waitFor();
    expect(await desk.storage.macros.list()).toEqual([]);
    await page.context().close();
  }, LIMIT_MS);

  it('order what reviews score, by keyboard alone', async () => {
    const page = await open('rui@x.example', 'supervisor', 'people');
    await page.getByRole('tab', { name: 'People' }).focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: 'What reviews score' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk/settings/rubric');
    await page.getByRole('button', { name: 'Move up: Calm, clear and kind' }).press('Enter');
    await page.getByRole('button', { name: 'Add a criterion' }).press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Criterion 5');
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
    await page.keyboard.type('Explained the next step');
    await noProblems(page);
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Saved. Running clocks follow within moments.').waitFor();
    expect(desk.storage.deskSettings.current().settings.rubric.map(({ label }) => label)).toEqual([
      'Understood what the contact needed', 'Calm, clear and kind', 'Said what is correct and complete', 'Kept to the safety rules', 'Explained the next step',
    ]);
    await page.context().close();
  }, LIMIT_MS);

  it('are in Chinese too, in the dark, and on a tablet', async () => {
    const page = await open('xia@x.example', 'admin', 'people', { locale: 'zh-CN', colorScheme: 'dark', viewport: TABLET });
    await page.getByRole('button', { name: /^xia的团队/ }).waitFor();
    for (const tab of ['人员', '团队与 SLA', '快捷回复', '质检标准']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel', { name: tab }).locator('button').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await takeScreenshot(page, `settings-zh-${tab}`);
      await noProblems(page);
    }
    await page.context().close();
  }, LIMIT_MS);
});
