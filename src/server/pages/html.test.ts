import { describe, expect, it } from '@jest/globals';
import { html } from './html.ts';
import { markdownToHtml } from './markdown-html.ts';

describe('html', () => {
  it('escapes every value but Html', () => {
    expect(html`<p title="${'" onx="'}">${'<b>&\''}${html`<i>${1}</i>`}${[html`<u></u>`, '<']}${undefined}</p>`.text)
      .toBe('<p title="&quot; onx=&quot;">&lt;b&gt;&amp;&#39;<i>1</i><u></u>&lt;</p>');
  });
});

describe('markdownToHtml', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', /&lt;script&gt;/],
    ['an event handler', '<img src=x onerror=alert(1)>', /&lt;img/],
    ['an image', '![x](https://tracker.example/x.png)', /^<p>x<\/p>/],
  ])('shows %s as text', (_name, markdown, expected) => {
    expect(markdownToHtml(markdown).text).toMatch(expected);
    expect(markdownToHtml(markdown).text).not.toMatch(/<(script|img)/);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', '\tjavascript:alert(1)'])('does not link to %s', (href) => {
    expect(markdownToHtml(`[x](${href})`).text).not.toContain('<a');
    expect(markdownToHtml(`[x](<${href}>)`).text).not.toContain('<a');
  });

  it('keeps lists, bold and safe links', () => {
    expect(markdownToHtml('1. **one** [fees](https://exchange.example/fees?a=1&b=2)\n2. two').text)
      .toBe('<ol>\n<li><strong>one</strong> <a href="https://exchange.example/fees?a=1&amp;b=2">fees</a></li>\n<li>two</li>\n</ol>\n');
  });
});
