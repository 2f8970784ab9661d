import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Role } from '../../src/domain/roles.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, signInTo, takeScreenshot } from './browser.ts';

const LIMIT_MS = 180_000;
const DESKTOP = { width: 1280, height: 800 };
const TABLET = { width: 768, height: 1024 };
/** One pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describeInBrowser('the editor', () => {
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

  const join = async (email: string, role: Role = 'editor', options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> => {
    await desk.createAgent(email, { role });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'en', timezoneId: 'Europe/Berlin', ...options });
    context.setDefaultTimeout(30_000);
    await signInTo(context, desk.url, { email, password: PASSWORD });
    return context;
  };
  const show = async (context: BrowserContext, path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${desk.url}/editor${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const body = (page: Page) => page.locator('.cm-content');
  const writeAtEnd = async (page: Page, words: string): Promise<void> => {
    await body(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
  };
  /** Takes what is proposed; a list that was drawn anew under the pointer is asked for once more. */
  const complete = async (page: Page, name: RegExp, written: string): Promise<void> => {
    while (!(await body(page).innerText()).includes(written)) {
      await page.getByRole('option', { name }).click({ timeout: 2_000 }).catch(() => page.keyboard.press('Control+Space'));
    }
  };
  const saved = (page: Page) => page.getByText('Draft saved', { exact: true }).waitFor();
  const noProblems = async (page: Page): Promise<void> => { expect(await findAccessibilityProblems(page)).toEqual([]); };
  const readPublished = async (context: BrowserContext, path: string): Promise<string> => {
    const answer = await (await context.request.get(`${desk.url}/api/editor/document?path=${path}`)).json() as { published: { text: string } };
    return answer.published.text;
  };

  it('is used wholly in Chinese and wholly by keyboard: an article is found, changed, tried, published and taken back', async () => {
    await desk.createAgent('wei@x.example', { role: 'editor' });
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'zh-CN' });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const { keyboard } = page;
    const reach = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 90; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab never reaches ${selector}`);
    };
    // Who has no conversations is led from the desk to the editor.
    await page.goto(`${desk.url}/desk`);
    await reach('input[name="email"]');
    await keyboard.type('wei@x.example');
    await keyboard.press('Tab');
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await page.waitForURL(/\/editor$/);
    await page.getByRole('grid').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await noProblems(page);
    await takeScreenshot(page, 'editor-library-zh');

    await keyboard.press('/');
    await keyboard.type('deposit-fees');
    await page.getByText('1 篇文章').waitFor();
    await reach('[data-cell]');
    await keyboard.press('ArrowRight');
    await page.locator('[data-cell][aria-label="英语: 最新"]:focus').waitFor();
    await keyboard.press('Enter');
    await body(page).waitFor();
    await reach('.markdown-host');
    await keyboard.press('Control+Home');
    await keyboard.type('Look first. ');
    await page.getByText('草稿已保存').waitFor();
    await reach('[role="tab"]');
    await keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: '助手', selected: true }).waitFor();
    await reach('.try-form input');
    await keyboard.type('how much does a deposit cost');
    await keyboard.press('Enter');
    const draft = page.getByRole('region', { name: '使用您的草稿' });
    await draft.getByText(/^Look first\. The deposit page/).waitFor();
    await noProblems(page);
    await takeScreenshot(page, 'editor-assistant-zh');
    await reach('.golden-head .button');
    await keyboard.press('Enter');
    await page.getByText('已固定').waitFor();

    await reach('.article-actions .button[data-kind="primary"]');
    await keyboard.press('Enter');
    await page.getByText('1 个黄金问题全部符合。').waitFor();
    await noProblems(page);
    await reach('textarea');
    await keyboard.type('先看再充');
    await reach('.plan-foot .button[data-kind="primary"]');
    await keyboard.press('Enter');
    await page.getByText('没有草稿').waitFor();
    expect(await readPublished(context, 'articles/deposit-fees/en.md')).toContain('\nLook first. The deposit page');

    await reach('[role="tab"]');
    await keyboard.press('ArrowRight');
    await page.getByText('先看再充').waitFor();
    await noProblems(page);
    await reach('button[aria-label="撤销发布 2"]');
    await keyboard.press('Enter');
    await reach('[role="dialog"] .button[data-kind="primary"]');
    await keyboard.press('Enter');
    await page.getByText('已撤销发布 2。').waitFor();
    expect(await readPublished(context, 'articles/deposit-fees/en.md')).not.toContain('Look first.');
    await context.close();
  }, LIMIT_MS);

  it('checks while one types, completes links and facts, takes pictures, and keeps questions as a list', async () => {
    const context = await join('erin@x.example');
    const page = await show(context, '/articles/deposit-minimum/en');
    await body(page).waitFor();
    await writeAtEnd(page, '\nSee [withdrawal limits');
    await complete(page, /withdrawal-limits/, '(article:withdrawal-limits)');
    await page.keyboard.type(' and {{feesU');
    await complete(page, /exchange\.feesUrl/, '{{exchange.feesUrl}}');
    await page.keyboard.type(' <b>now</b> {{exchange.nope}}');
    await page.getByRole('button', { name: /There is no fact of the exchange named exchange\.nope/ }).waitFor();
    await page.getByRole('button', { name: /HTML is not allowed here/ }).waitFor();
    expect(await body(page).innerText()).toContain('(article:withdrawal-limits) and {{exchange.feesUrl}}');
    await page.getByRole('button', { name: /HTML is not allowed here/ }).click();
    await page.locator('.cm-content:focus').waitFor();
    await page.keyboard.press('Control+End');
    await page.locator('input[type=file]').setInputFiles({ name: 'page.png', mimeType: 'image/png', buffer: PNG });
    await page.waitForFunction(() => document.querySelector('.markdown-host')?.shadowRoot?.textContent.includes('![what the picture shows](image:'));
    await noProblems(page);
    await takeScreenshot(page, 'editor-problems');

    await page.getByRole('button', { name: 'Add a question' }).first().click();
    await page.keyboard.insertText('is there a smallest deposit for gift cards');
    await page.keyboard.press('Enter');
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '- tiny gift card deposit\n- tiny gift card deposit two\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.locator('input[value="tiny gift card deposit two"]').waitFor();
    await saved(page);
    const { draft } = await (await context.request.get(`${desk.url}/api/editor/document?path=articles/deposit-minimum/en.md`)).json() as { draft: { text: string } };
    expect(draft.text).toContain('  - "is there a smallest deposit for gift cards"\n  - "tiny gift card deposit"\n  - "tiny gift card deposit two"\n');

    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByLabel('Tags').fill('gift cards');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove cards' }).waitFor();
    await noProblems(page);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('button', { name: /Revision 1/ }).click();
    await page.getByRole('group', { name: 'Changes since this revision' }).waitFor();
    await noProblems(page);
    await page.getByRole('button', { name: 'Restore as draft' }).click();
    await page.waitForFunction(() => !document.querySelector('.markdown-host')?.shadowRoot?.textContent.includes('nope'));
    await context.close();
  }, LIMIT_MS);

  it('lets two write at once: what is apart is merged, what clashes is decided, and what cannot be sent is kept', async () => {
    const [anna, ben] = [await join('anna@x.example'), await join('ben@x.example')];
    const path = '/articles/account-close/en';
    const [hers, his] = [await show(anna, path), await show(ben, path)];
    await body(hers).waitFor();
    await body(his).waitFor();
    await writeAtEnd(hers, '\nAnna was here.');
    await saved(hers);
    await his.getByRole('textbox', { name: 'Summary' }).fill('Ben wrote this summary.');
    await his.getByText('anna is writing here too').waitFor();
    await his.waitForFunction(() => document.querySelector('.markdown-host')?.shadowRoot?.textContent.includes('Anna was here.'));
    await hers.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name="summary"]')?.value === 'Ben wrote this summary.');

    // Without a connection it is kept here; meanwhile the other changes the same line.
    await ben.setOffline(true);
    await his.getByRole('textbox', { name: 'Title' }).fill('Closing, says Ben');
    await his.getByText('Kept here, will be sent').waitFor();
    await hers.getByRole('textbox', { name: 'Title' }).fill('Closing, says Anna');
    await saved(hers);
    await his.close();
    await ben.setOffline(false);
    const again = await show(ben, path);
    await again.getByRole('heading', { name: 'Two of you changed the same lines' }).waitFor();
    await noProblems(again);
    await takeScreenshot(again, 'editor-clash');
    await again.getByText('What anna wrote elsewhere is merged already').waitFor();
    await again.locator('.choice-card').filter({ hasText: 'says Ben' }).first().click();
    await again.getByRole('button', { name: 'Go on writing' }).click();
    await saved(again);
    await hers.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('[name="title"]')?.value === 'Closing, says Ben');
    expect(await body(hers).innerText()).toContain('Anna was here.');
    await Promise.all([anna.close(), ben.close()]);
  }, LIMIT_MS);

  it('shows what a changed source means for a translation, in its direction', async () => {
    const context = await join('noor@x.example', 'admin', { colorScheme: 'dark' });
    const page = await show(context, '/articles/earn-redeem/en');
    await body(page).waitFor();
    await writeAtEnd(page, '\nIt takes at most 37 hours.');
    await saved(page);
    await page.getByRole('button', { name: 'Publish…' }).click();
    await page.getByText('15 translations will be stale').waitFor();
    await noProblems(page);
    await page.getByRole('button', { name: 'Schedule…' }).click();
    await page.getByLabel(/^When/).fill('2020-01-01T10:00');
    await page.locator('[role=dialog]').getByRole('button', { name: 'Schedule' }).press('Enter');
    await noProblems(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Publish 1 document' }).click();
    await page.getByText('1 document is published').waitFor();

    await page.goto(`${desk.url}/editor?locale=ar&state=stale`);
    await page.getByRole('link', { name: 'Arabic: Stale' }).first().waitFor();
    await page.goto(`${desk.url}/editor/articles/earn-redeem/ar`);
    await body(page).waitFor();
    expect(await body(page).getAttribute('dir')).toBe('rtl');
    await page.getByRole('tab', { name: /Source/ }).click();
    const facts = page.getByRole('region', { name: 'Facts that differ from the source' });
    expect(await facts.innerText()).toMatch(/Numbers\s+Missing:\s+37/);
    await page.locator('ins', { hasText: 'It takes at most 37 hours.' }).waitFor();
    await page.setViewportSize(TABLET);
    await noProblems(page);
    await takeScreenshot(page, 'editor-source-ar');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await page.getByRole('radio', { name: 'Help page' }).click();
    await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
    await context.close();
  }, LIMIT_MS);

  it('begins an article, archives one, and edits the facts of the exchange and the categories', async () => {
    const context = await join('ada@x.example', 'admin');
    const page = await show(context, '');
    await page.getByRole('link', { name: 'Desk', exact: true }).waitFor();
    await page.getByRole('button', { name: 'New article' }).click();
    await page.getByLabel('Title in English').fill('Gift cards');
    await noProblems(page);
    await page.getByRole('button', { name: 'Begin writing' }).click();
    await page.waitForURL(/account-gift-cards\/en$/);
    await page.getByRole('link', { name: /German/ }).click();
    await page.getByRole('button', { name: 'Begin empty' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Geschenkkarten');
    await saved(page);

    await page.goto(`${desk.url}/editor/articles/trading-fees/en`);
    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Archive article' }).click();
    await page.locator('[role=dialog]').getByRole('button', { name: 'Archive article' }).click();
    await page.getByText('Other articles lead to it.').waitFor();
    await noProblems(page);
    await page.keyboard.press('Escape');

    await page.goto(`${desk.url}/editor/settings`);
    await page.getByRole('textbox', { name: /^Name/ }).fill('Aurora');
    await page.getByRole('textbox', { name: /^Fees/ }).fill('not an address');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Not published: 1 problem.').waitFor();
    await noProblems(page);
    await page.getByRole('textbox', { name: /^Fees/ }).fill('https://aurora.example/fees');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published. The assistant uses it now.').waitFor();
    expect(await readPublished(context, 'exchange.yaml')).toMatch(/^# The exchange's own facts\.[^]*^name: Aurora$/m);
    await page.getByRole('button', { name: /Revision 2/ }).waitFor();

    await page.getByRole('tab', { name: 'Categories' }).click();
    await page.getByRole('button', { name: 'Move Account and sign-in down' }).click();
    await page.getByLabel('Another category').fill('cards');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Titles cards' }).click();
    await page.getByLabel('English', { exact: true }).fill('Cards');
    await noProblems(page);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('button', { name: /Revision 2/ }).waitFor();
    expect(await readPublished(context, 'categories.yaml')).toMatch(/^identity:[^]*^account:[^]*^cards:/m);
    await noProblems(page);
    await context.close();
  }, LIMIT_MS);
});
