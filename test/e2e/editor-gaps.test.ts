import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { translationPath } from '../../src/domain/documents/document-path.ts';
import type { RouteOutput } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { PASSWORD, startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { describeInBrowser, findAccessibilityProblems, launchBrowser, takeScreenshot } from './browser.ts';

const LIMIT_MS = 120_000;
/** Nothing of the knowledge base is about it. */
const ASKED: readonly string[] = ['nft marketplace?', 'gibt es bei euch NFT', 'где тут NFT', 'y a-t-il des NFT ici'];
const FAQ = 'id,title,body\nnft-fees,Fees of NFTs,There are none.\nnft-taxes,,Nothing.\n';

describeInBrowser('an editor who looks for what is missing', () => {
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await launchBrowser();
    for (const text of ASKED) await askInVain(text);
  }, LIMIT_MS);
  afterAll(async () => {
    await browser.close();
    await desk.stop();
  });

  const ask = async (text: string): Promise<ContactClient> => {
    const contact = await connectContact(desk.url);
    await contact.send(text);
    await contact.waitForEvent('message.sent');
    return contact;
  };
  async function askInVain(text: string): Promise<void> {
    const contact = await ask(text);
    await contact.send('a person please', { wish: 'person' });
    await contact.waitForEvent('handoff.requested');
    contact.close();
  }
  const openPage = async (email: string, { locale = 'en', width = 1280 } = {}): Promise<Page> => {
    await desk.createAgent(email, { role: 'editor', teams: [] });
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale });
    await context.request.post(`${desk.url}/api/desk/sign-in`, { data: { email, password: PASSWORD } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  };
  const untilRead = async <T>(page: Page, path: string, test: (answer: T) => boolean): Promise<T> => {
    for (;;) {
      const answer = await (await page.request.get(desk.url + path)).json() as T;
      if (test(answer)) return answer;
    }
  };
  const draftOf = async (articleId: string, locale: 'en' | 'de' | 'ru'): Promise<string> => (await desk.storage.documents.getDraft(translationPath(articleId, locale)))?.text ?? '';

  it('adds questions to an article, starts another with them and closes the group, in Chinese and by keyboard', async () => {
    const page = await openPage('mei@exchange.example', { locale: 'zh-CN' });
    await untilRead<RouteOutput<'listGaps'>>(page, '/api/editor/gaps', ({ gaps }) => gaps.some(({ count }) => count >= ASKED.length));
    await page.goto(`${desk.url}/editor/gaps`);
    const row = page.getByRole('link', { name: /nft.*4 次/i });
    await row.waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByText('已选 4 个作为问法，共 4 个').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'editor-gap');

    await page.getByRole('button', { name: '加入已有文章' }).focus();
    await page.keyboard.press('Enter');
    const article = page.getByRole('combobox', { name: '文章' });
    await article.fill('币种下架');
    await page.getByRole('option', { name: /policy-listing/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '加入 4 个', exact: true }).press('Enter');
    await page.getByText('4 个问题已写入草稿：').waitFor();
    expect(await draftOf('policy-listing', 'ru')).toContain('где тут NFT');

    await page.getByRole('checkbox', { name: /где тут NFT/ }).press('Space');
    await page.getByText('已选 3 个作为问法，共 4 个').waitFor();
    await page.getByRole('button', { name: '新建文章' }).press('Enter');
    await page.getByRole('textbox', { name: '英文标题' }).fill('NFTs on this exchange');
    const id = await page.getByRole('textbox', { name: '编号' }).inputValue();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/editor/articles/${id}/en`);
    expect(await draftOf(id, 'de')).toContain('gibt es bei euch NFT');
    expect(await draftOf(id, 'ru')).toBe('');

    await page.goBack();
    await page.getByText('据此编写草稿').waitFor();
    await page.getByRole('button', { name: '关闭分组' }).press('Enter');
    await page.getByRole('textbox', { name: '备注' }).fill('已有文章');
    await page.keyboard.press('Control+Enter');
    await page.getByText('mei 于').waitFor();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: '已关闭' }).press('Space');
    await row.waitFor();
    await page.getByRole('button', { name: '重新打开' }).press('Enter');
    await row.waitFor({ state: 'detached' });
  }, LIMIT_MS);

  it('brings articles from elsewhere, and leaves out what is wrong', async () => {
    const page = await openPage('eve@exchange.example');
    await page.goto(`${desk.url}/editor/import`);
    await page.getByText('Drop files or a folder here').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.locator('input[type="file"]').first().setInputFiles([{ name: 'faq.csv', mimeType: 'text/csv', buffer: Buffer.from(FAQ) }]);
    await page.getByRole('row', { name: 'faq.csv 2 3 Title The title is missing.' }).waitFor();
    const write = page.getByRole('button', { name: 'Write 2 drafts' });
    expect(await write.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Fees of NFTs/ }).press('Enter');
    await page.getByText('There are none.').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'editor-import');
    await page.getByRole('checkbox', { name: 'Leave out 1 wrong row' }).press('Space');
    await write.press('Enter');
    await page.getByText('2 drafts are written').waitFor();
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await draftOf('nft-fees', 'en')).toContain('There are none.');
    await page.getByRole('link', { name: 'To the drafts' }).click();
    await page.getByText('nft-fees').first().waitFor();
  }, LIMIT_MS);

  it('sees how articles do, and which phrasings attract what they do not help', async () => {
    const contact = await ask('how do I change my email address?');
    const answer = await contact.waitForEvent('message.sent', ({ data }) => data.kind === 'answer');
    contact.sendFrame({ type: 'answer.rate', id: 'rate-1', conversationId: contact.conversationId, ofSeq: answer.seq, helpful: false });
    await contact.waitForEvent('answer.rated');
    contact.close();
    const page = await openPage('ada@exchange.example', { width: 768 });
    await untilRead<RouteOutput<'readArticleFigures'>>(page, '/api/editor/figures/account-change-email-phone', ({ now }) => now.notHelped > 0);
    await page.goto(`${desk.url}/editor/figures`);
    const head = page.getByRole('columnheader', { name: 'Did not help' });
    await head.getByRole('button').press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await takeScreenshot(page, 'editor-figures');
    await page.getByRole('rowheader').first().getByRole('link').press('Enter');
    await page.getByRole('heading', { name: 'Change the email address or phone number' }).waitFor();
    await page.getByText('1 not helped').waitFor();
    expect(await page.getByRole('region', { name: 'What it did not help' }).getByText('how do I change my email address?').count()).toBe(1);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Open the article' }).click();
    await page.waitForURL('**/editor/articles/account-change-email-phone/en');
  }, LIMIT_MS);
});
