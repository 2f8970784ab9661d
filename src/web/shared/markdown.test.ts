import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMarkdown, plainTextOf, type Block, type Inline } from './markdown.ts';

const paragraph = (...inlines: Inline[]): Block => ({ type: 'paragraph', inlines });
const text = (value: string): Inline => ({ type: 'text', text: value });

describe('parseMarkdown', () => {
  it('draws pictures of the desk\'s own articles, and of nobody else', () => {
    const src = `/help/images/${'0a'.repeat(16)}.png`;
    expect(parseMarkdown(`![the page](${src})`)).toEqual([paragraph({ type: 'image', src, text: 'the page' })]);
    for (const other of ['https://evil.example/x.png', '//evil.example/x.png', '/api/files/x', 'data:image/png;base64,AA', 'help/images/x.png']) {
      expect(parseMarkdown(`![the page](${other})`)).toEqual([paragraph(text(`![the page](${other})`))]);
    }
    expect(plainTextOf(parseMarkdown(`See ![the page](${src}) now`))).toBe('See the page now');
  });

  it('reads an answer as articles are written: a paragraph, steps, emphasis and links', () => {
    expect(parseMarkdown('Do **this**.\n\n1. Open [history](https://exchange.example/history).\n2. *Wait*.')).toEqual([
      paragraph(text('Do '), { type: 'strong', inlines: [text('this')] }, text('.')),
      {
        type: 'list', ordered: true, start: 1, items: [
          [paragraph(text('Open '), { type: 'link', href: 'https://exchange.example/history', inlines: [text('history')] }, text('.'))],
          [paragraph({ type: 'em', inlines: [text('Wait')] }, text('.'))],
        ],
      },
    ]);
  });

  it('keeps the number at which a list begins, and lists in lists', () => {
    expect(parseMarkdown('3. three\n   - inner')).toEqual([{
      type: 'list', ordered: true, start: 3,
      items: [[paragraph(text('three')), { type: 'list', ordered: false, start: 1, items: [[paragraph(text('inner'))]] }]],
    }]);
  });

  it('ends a line where the writer ended it', () => {
    expect(parseMarkdown('one\ntwo')).toEqual([paragraph(text('one'), { type: 'break' }, text('two'))]);
  });

  it('reads headings, inline code and code blocks', () => {
    expect(parseMarkdown('## Then\n\nRun `npm`\n\n```\na <b>\n```')).toEqual([
      { type: 'heading', level: 2, inlines: [text('Then')] },
      paragraph(text('Run '), { type: 'code', text: 'npm' }),
      { type: 'code', text: 'a <b>' },
    ]);
  });

  it('makes links of bare web and e-mail addresses', () => {
    expect(parseMarkdown('See https://exchange.example/a or mail help@exchange.example')).toEqual([paragraph(
      text('See '), { type: 'link', href: 'https://exchange.example/a', inlines: [text('https://exchange.example/a')] },
      text(' or mail '), { type: 'link', href: 'mailto:help@exchange.example', inlines: [text('help@exchange.example')] },
    )]);
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//elsewhere.example/x', 'vbscript:x', 'file:///etc/passwd', 'java&#115;cript:x'])(
    'leaves a link to %s as the text it was', (href) => {
      expect(linksOf(parseMarkdown(`[click](${href})`))).toEqual([]);
      expect(plainTextOf(parseMarkdown(`[click](${href})`))).toContain('click');
    });

  it.each(['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '| a | b |\n|---|---|\n| 1 | 2 |', '> quoted', '![alt](https://x.example/y.png)', '~~gone~~', '---'])(
    'shows %j as it was written', (source) => {
      expect(plainTextOf(parseMarkdown(source)).replaceAll(/\s+/g, ' ')).toBe(source.replaceAll(/\s+/g, ' '));
    });

  it('survives nesting that breaks parsers', () => {
    const absurd = '>'.repeat(4000);
    expect(plainTextOf(parseMarkdown(absurd))).toBe(absurd);
    expect(parseMarkdown('*'.repeat(4000)).length).toBeGreaterThan(0);
  });

  it('never throws, and links only to where links may lead', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('**', '*', '`', '```\n', '[a](', ')', '](javascript:x)', '](/help/en/x)', '\n', '\n\n', '1. ', '- ', '<b>', 'https://', '> ', '| a |\n'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      for (const href of linksOf(parseMarkdown(pieces.join('')))) expect(href).toMatch(/^(https?:\/\/[^/]|mailto:|\/(?!\/))/i);
    }), { numRuns: 500 });
  });
});

describe('plainTextOf', () => {
  it('says the words without markers', () => {
    expect(plainTextOf(parseMarkdown('Do **this**:\n\n- one\n- `two`'))).toBe('Do this:\none\ntwo');
  });
});

function linksOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'code') return [];
    return block.type === 'list' ? block.items.flatMap((item) => linksOf(item)) : inlineLinks(block.inlines);
  });
}

function inlineLinks(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => ('inlines' in inline ? [...(inline.type === 'link' ? [inline.href] : []), ...inlineLinks(inline.inlines)] : []));
}
