import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf, markWords } from './excerpt.ts'
import { foldNumber, foldPublicText } from './fold-public-text.ts'

const shown = (pieces: ReturnType<typeof markWords>) =>
  pieces.map(({ text, marked }) => (marked ? `<${text}>` : text)).join('')

test('width, form, capitals, brackets and blanks are one, and only whole characters are left', () => {
  assert.equal(foldPublicText('ＡＢｃ〔２０２６〕　\t\u0000３号【一】\ud842'), 'abc(2026) 3号(一)\ufffd')
  assert.equal(foldNumber('清政发 [2026] 3 号'), foldNumber('清政发〔2026〕3号'))
})

test('words are marked as they stand in the text, also where folding makes them longer or shorter', () => {
  assert.equal(shown(markWords('㈱ＡBC…公司〔2026〕3号', ['abc', '(2026)3'])), '㈱<ＡBC>…公司<〔2026〕3>号')
  assert.equal(shown(markWords('ﬁne 文', ['ine', '文'])), '<ﬁne> <文>')
  assert.equal(shown(markWords('𠮷水𠮷', ['𠮷'])), '<𠮷>水<𠮷>')
  assert.equal(shown(markWords('', ['a'])), '')
})

test('an excerpt is the line with most of the words, cut round the first of them', () => {
  assert.equal(shown(excerptOf('第一行\n饮用水\n饮用水的水源', ['饮用水', '水源'])), '<饮用水>的<水源>')
  const long = `${'前'.repeat(100)}词${'后'.repeat(300)}`
  assert.equal(shown(excerptOf(long, ['词'])), `…${'前'.repeat(30)}<词>${'后'.repeat(99)}…`)
  assert.equal(shown(excerptOf('\n 开头 \n第二行', ['没有'])), '开头')
  assert.equal(shown(excerptOf(`${'𠮷'.repeat(80)}词`, ['词'])).includes('\ufffd'), false)
})
