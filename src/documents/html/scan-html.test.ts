import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import { scanHtml } from './scan-html.ts'

const mark = 'tag:'
const asTag = (name: string, attributes: Record<string, string>) => `${mark}${name} ${JSON.stringify(attributes)}`
const watched = ['style', 'colspan', 'hidden']

function ours(source: string): string[] {
  const seen: string[] = []
  scanHtml(source, {
    startTag: (tag) => {
      const values = watched.map((name) => [name, tag.attribute(name)]).filter(([, value]) => value !== null)
      seen.push(asTag(tag.name, Object.fromEntries(values)))
    },
    endTag: (name) => seen.push(`${mark}/${name}`),
    text: (chars) => seen.push(chars),
  })
  return joinText(seen)
}

/** The same by parse5, which follows the standard to the letter. */
function standard(source: string): string[] {
  const seen: string[] = []
  const text = (token: Token.CharacterToken) => void seen.push(token.chars)
  const ignore = () => {}
  const raw: Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = {
    script: TokenizerMode.RAWTEXT,
    style: TokenizerMode.RAWTEXT,
    title: TokenizerMode.RCDATA,
  }
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag: (token) => {
        const mode = raw[token.tagName]
        if (mode !== undefined) tokenizer.state = mode
        const values = watched.flatMap((name) => token.attrs.filter((one) => one.name === name))
        seen.push(asTag(token.tagName, Object.fromEntries(values.map(({ name, value }) => [name, value]))))
      },
      onEndTag: (token) => void seen.push(`${mark}/${token.tagName}`),
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  )
  tokenizer.write(source, true)
  return joinText(seen)
}

/** Neighbouring texts as one, since both may cut them anywhere; tags are told from texts by their mark. */
function joinText(seen: readonly string[]): string[] {
  const joined: string[] = []
  for (const one of seen) {
    const last = joined.at(-1)
    if (one.startsWith(mark) || last === undefined || last.startsWith(mark)) joined.push(one)
    else joined[joined.length - 1] = last + one
  }
  return joined
}

const scrap = fc.constantFrom(
  ...['<', '>', '/', '!', '-', '--', '?', '=', '"', "'", ' ', '\n', 'a', '年', '&', '&nbsp;', '&lt', '&#65;', '&x;'],
  ...[
    '<p>',
    '</p>',
    '<td ',
    'colspan=2',
    'style="display:none"',
    "hidden='",
    '<!--',
    '-->',
    '--!>',
    '<br/>',
    '<![if x]>',
  ],
  ...['<script>', '</script>', '</script ', '<style>', '</style>', '<title>', '</title>', '</', '<A HIDDEN>', '<o:p/>'],
)

test('any scraps of markup are cut into the same tags and texts as by the standard', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 24 }), (scraps) => {
      const source = scraps.join('')
      assert.deepEqual(ours(source), standard(source))
    }),
    { numRuns: 3000 },
  )
})
