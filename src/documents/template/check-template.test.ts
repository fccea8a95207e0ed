import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { p, tbl, tc, tr } from '../../../test/documents/make-docx.ts'
import { makeTemplate, type TemplateParts, torn } from '../../../test/documents/make-template.ts'
import { findVariant, type VariantOutcome } from '../../requests/letters/fields/letter-variants.ts'
import { sampleFields } from '../../requests/letters/fields/sample-fields.ts'
import type { TemplateProblem } from '../../requests/letters/fields/template-problem.ts'
import { fieldsOfVariant } from '../../requests/letters/fields/variant-fields.ts'
import type { LetterKind } from '../../requests/letters/letter-kind.ts'
import { checkTemplate } from './check-template.ts'

function problemsOf(bytes: Uint8Array, kind: LetterKind = 'withdrawalNotice', outcome: VariantOutcome | null = null) {
  const variant = findVariant(kind, outcome)
  assert.ok(variant)
  return checkTemplate(bytes, fieldsOfVariant(variant), sampleFields(variant, '清河县水务局'))
}
const told = (problems: readonly TemplateProblem[]) => problems.map(({ problem, field }) => [problem, field])

/** All that a notice of a withdrawal must say. */
const lines = [
  '{申请人}：',
  '你的申请（{登记编号}）“{申请内容}”已于{撤回日期}撤回。',
  '{机关名称}',
  '{成文日期}',
  '联系：{联系方式}',
]
const whole = lines.map((line) => p(line)).join('')
const without = (field: string) => lines.map((line) => p(line.replace(`{${field}}`, ''))).join('')
const accepted = (parts: TemplateParts, ...args: [LetterKind?, (VariantOutcome | null)?]) =>
  assert.deepEqual(problemsOf(makeTemplate(parts), ...args), [])

test('tags that Word has torn into runs are found, whatever the pieces', () => {
  for (const length of [1, 2, 3, 5]) accepted({ body: lines.map((line) => torn(line, length)).join('') })
})

test('fields may stand in tables, text boxes and notes, and of the frame also in a head', () => {
  accepted({
    body:
      tbl(tr(tc(lines[0] ?? ''), tc(lines[1] ?? ''))) +
      lines
        .slice(2)
        .map((line) => p(line))
        .join(''),
  })
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p('{撤回日期}')}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r></w:p>`
  accepted({ body: without('撤回日期') + box })
  accepted({
    body: `${without('联系方式')}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    footnotes: `<w:footnote w:id="2">${p('{联系方式}')}</w:footnote>`,
  })
  accepted({ body: without('机关名称'), header: p('{机关名称}') })
  assert.deepEqual(told(problemsOf(makeTemplate({ body: without('申请内容'), header: p('{申请内容}') }))), [
    ['notShown', '申请内容'],
  ])
})

test('every mandatory field that is nowhere is named with its article', () => {
  assert.deepEqual(told(problemsOf(makeTemplate({ body: p('空') }))), [
    ['fieldMissing', '申请人'],
    ['fieldMissing', '登记编号'],
    ['fieldMissing', '申请内容'],
    ['fieldMissing', '撤回日期'],
    ['fieldMissing', '联系方式'],
    ['fieldMissing', '机关名称'],
    ['fieldMissing', '成文日期'],
  ])
  const [missing] = problemsOf(makeTemplate({ body: p('空') }), 'receipt').slice(2)
  assert.deepEqual(missing, { problem: 'fieldMissing', field: '申请内容', article: '条例29¶2(2)', where: null })
})

test('a fixed statement stands there by its field or typed out, spaces and punctuation aside', () => {
  const rest = [
    '{申请人}',
    '{登记编号}{收到日期}{申请内容}{#补正事项}{事项}{/补正事项}{补正期限}',
    '{联系方式}{机关名称}{成文日期}',
  ]
  const typed = [
    '依照《中华人民共和国政府信息公开条例》第三十条的规定，现一次性告知需要补正的事项',
    '无正当理由逾期不补正的 视为放弃申请，本机关不再处理该政府信息公开申请！',
  ]
  const body = (...more: string[]) => [...rest, ...more].map((line) => p(line)).join('')
  accepted({ body: body(...typed, '{重新计算期限告知}') }, 'correctionNotice')
  accepted({ body: body('{法律依据}{后果告知}', '本机关自收到补正的申请之日起重新计算答复期限。') }, 'correctionNotice')
  const softened = body('{法律依据}{重新计算期限告知}', '逾期不补正的，后果自负。')
  assert.deepEqual(told(problemsOf(makeTemplate({ body: softened }), 'correctionNotice')), [
    ['statementMissing', '后果告知'],
  ])
  const hidden = `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${typed[1]}</w:t></w:r></w:p>`
  assert.deepEqual(
    told(problemsOf(makeTemplate({ body: body(typed[0] ?? '', '{重新计算期限告知}') + hidden }), 'correctionNotice')),
    [['statementMissing', '后果告知']],
  )
})

test('the whole built-in text stands for all that it says', () => {
  const reply = [
    '{文号}',
    '{申请人}',
    '{#正文}',
    '{段落}',
    '{/正文}',
    '{救济告知}',
    '{附件}',
    '{机关名称}{成文日期}{联系方式}',
  ]
  accepted({ body: reply.map((line) => p(line)).join('') }, 'reply')
  accepted({ body: reply.map((line) => p(line)).join('') }, 'reply', 'granted')
})

test('what a condition hides, what is struck out or hidden does not stand there', () => {
  const cases: readonly string[] = [
    '<w:p><w:r><w:t>{#文号}{撤回日期}</w:t></w:r></w:p><w:p><w:r><w:t>{/文号}</w:t></w:r></w:p>'.replaceAll(
      '文号',
      '重新处理依据',
    ),
    p('{^申请人}{撤回日期}{/申请人}'),
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{撤回日期}</w:t></w:r></w:p>',
    '<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>{撤回日期}</w:t></w:r></w:p>',
  ]
  const found = cases.map((body) => told(problemsOf(makeTemplate({ body: without('撤回日期') + body }))))
  assert.deepEqual(found[0], [['fieldUnknown', '重新处理依据']])
  assert.deepEqual(found[1], [['notShown', '撤回日期']])
  for (const one of found.slice(2)) assert.deepEqual(one, [['fieldMissing', '撤回日期']])
  const optional = p('{#代表人}{撤回日期}{/代表人}')
  assert.deepEqual(told(problemsOf(makeTemplate({ body: without('撤回日期') + optional }))), [['notShown', '撤回日期']])
})

test('a value that stands somewhere else by chance is not taken for the field', () => {
  // The samples withdraw on 2026-03-10.
  const chance = without('撤回日期') + p('2026年3月10日') + p('{#代表人}{撤回日期}{/代表人}')
  assert.deepEqual(told(problemsOf(makeTemplate({ body: chance }))), [['notShown', '撤回日期']])
})

const wrongTags: readonly (readonly [string, TemplateProblem['problem'], string | null])[] = [
  ['{申请人', 'tagUnclosed', '申请人'],
  ['申请人}', 'tagUnopened', '申请人'],
  ['｛申请人｝', 'fullWidthBraces', null],
  ['{申请 人}', 'tagForbidden', '申请 人'],
  ['{@申请人}', 'tagForbidden', '@申请人'],
  ['{申请人.constructor}', 'tagForbidden', '申请人.constructor'],
  ['{1+1}', 'tagForbidden', '1+1'],
  ['{=[[ ]]=}', 'tagForbidden', '=[[ ]]='],
  ['{}', 'tagForbidden', ''],
  ['{constructor}', 'fieldUnknown', 'constructor'],
  ['{__proto__}', 'fieldUnknown', '__proto__'],
  ['{收费金额}', 'fieldUnknown', '收费金额'],
  ['{段落}', 'fieldOutsideList', '段落 ← 正文'],
  ['{#正文}{段落}', 'loopUnclosed', '正文'],
  ['{/正文}', 'loopUnopened', '正文'],
  ['{#正文}{#代表人}{/正文}{/代表人}', 'loopCrossed', '代表人'],
  ['{#正文}{#正文}{段落}{/正文}{/正文}', 'loopNested', '正文'],
]
for (const [line, problem, field] of wrongTags)
  test(`${line}: ${problem}`, () => {
    const problems = problemsOf(makeTemplate({ body: whole + p(line) }))
    assert.deepEqual(told(problems)[0], [problem, field])
    assert.equal(problems[0]?.where, line)
  })

test('a condition on a text and its contrary both work', () => {
  accepted({ body: `${whole}${p('{#代表人}有{代表人}{/代表人}{^代表人}无{/}')}` })
})

test('a tag that only the filler sees is refused', () => {
  const moved = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{偷看}</w:t></w:r></w:p>'
  assert.deepEqual(told(problemsOf(makeTemplate({ body: whole + moved }))), [['hiddenTag', '偷看']])
})

const relation = (type: string, target: string) =>
  `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/>`
const related = (type: string, target: string) => relation(type, target).replace(' TargetMode="External"', '')
const foot = (content: string) =>
  `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:ftr>`
const field = (...codes: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${codes.map((code) => `<w:r><w:instrText>${code}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
const hostile: readonly (readonly [string, TemplateParts, TemplateProblem['problem']])[] = [
  ['macros', { body: whole, more: { 'word/vbaProject.bin': strToU8('x') } }, 'macros'],
  ['a docm', { body: whole, documentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }, 'macros'],
  ['an embedded OLE object', { body: whole, more: { 'word/embeddings/oleObject1.bin': strToU8('x') } }, 'embedded'],
  ['an object in the text', { body: `${whole}<w:p><w:r><w:object/></w:r></w:p>` }, 'embedded'],
  ['another file as a part', { body: `${whole}<w:altChunk r:id="rX"/>` }, 'foreignPart'],
  [
    'a remote template',
    { body: whole, relations: relation('attachedTemplate', 'http://a.example/t.dotm') },
    'external',
  ],
  ['a linked picture', { body: whole, relations: relation('image', 'file://a.example/x.png') }, 'external'],
  ['comments', { body: whole, more: { 'word/comments.xml': strToU8('<w:comments xmlns:w="x"/>') } }, 'comments'],
  ['tracked changes', { body: `${whole}<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>` }, 'trackedChanges'],
  ['a field that fetches, torn', { body: whole + field(' INCLUDE', 'TEXT "http://a.example"') }, 'runningField'],
  ['a DDE field', { body: `${whole}<w:p><w:fldSimple w:instr="DDEAUTO c cmd"/></w:p>` }, 'runningField'],
  [
    'bound content',
    { body: `${whole}<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr></w:sdt>` },
    'boundContent',
  ],
  ['the marking of a secret', { body: whole + p('机密★三年') }, 'secrecyMarking'],
  [
    'a foot under another name that fetches',
    {
      body: whole,
      relations: related('footer', 'foot.dat'),
      more: { 'word/foot.dat': strToU8(foot(field(' INCLUDETEXT "file:///etc/hosts" '))) },
    },
    'runningField',
  ],
  [
    'a foot in another encoding',
    {
      body: whole,
      relations: related('footer', 'foot.dat'),
      more: { 'word/foot.dat': Buffer.from(`\ufeff${foot('')}`, 'utf16le') },
    },
    'partsUnreadable',
  ],
]
for (const [title, parts, problem] of hostile)
  test(`${title}: refused`, () =>
    assert.deepEqual([...new Set(told(problemsOf(makeTemplate(parts))).map(([id]) => id))], [problem]))

test('a page number is a field of Word that may be there', () => accepted({ body: whole + field(' PAGE ') }))

test('what is no docx, damaged, too large or has entities is refused', () => {
  const refuses = (bytes: Uint8Array, id: string) => assert.throws(() => problemsOf(bytes), { id })
  refuses(strToU8('%PDF-1.7'), 'template-no-docx')
  refuses(strToU8('{申请人}'), 'template-no-docx')
  refuses(new Uint8Array(), 'file-empty')
  refuses(makeTemplate({ body: whole }).subarray(0, 900), 'file-damaged')
  refuses(makeTemplate({ body: '<w:p>' }), 'file-damaged')
  refuses(makeTemplate({ body: whole, prolog: '<!DOCTYPE a [<!ENTITY b "c">]>' }), 'xml-entities')
  const bomb = { 'word/media/a.png': [new Uint8Array(30_000_000), { level: 9 }] } as const
  refuses(makeTemplate({ body: whole, more: { ...bomb } as never }), 'zip-bomb')
  refuses(makeTemplate({ body: whole + p('甲'.repeat(1_500_000)) }), 'zip-bomb')
  const random = Uint8Array.from({ length: 5_000_000 }, (_, at) => 97 + ((at * 7919 + (at >> 3) * 31 + (at >> 7)) % 26))
  refuses(makeTemplate({ body: p(new TextDecoder().decode(random)) }), 'template-too-large')
  refuses(zipSync({ 'word/document.xml': strToU8('<a/>') }), 'file-damaged')
})
