import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyFromPlainText } from './item-body.ts'
import { alignSignature, isAddressee } from './official-lines.ts'

const alignOf = (text: string) =>
  alignSignature(bodyFromPlainText(text)).map((block) => (block.type === 'paragraph' && block.align) || '')

test('names and day at the end of a plain text stand right, also before a note', () => {
  assert.deepEqual(alignOf('各乡镇：\n请照此办理。\n甲县水务局\n2026年3月2日'), ['', '', 'right', 'right'])
  assert.deepEqual(alignOf('请照此办理。\n甲县水务局\n甲县财政局\n二〇二六年三月二日\n（此件公开发布）'), [
    '',
    'right',
    'right',
    'right',
    '',
  ])
  assert.deepEqual(alignOf('请照此办理。\n2026 年 3 月 2 日'), ['', 'right'])
})

test('a day elsewhere, and a sentence before the day, stay where they are', () => {
  assert.deepEqual(alignOf('2026年3月2日'), [''])
  assert.deepEqual(alignOf('通知\n2026年3月2日\n请于4月1日前报送。'), ['', '', ''])
  assert.deepEqual(alignOf('一、安排\n请于4月1日前报送。\n2026年3月2日'), ['', '', 'right'])
  assert.deepEqual(alignOf('甲县水务局\n2026年3月2日'), ['', 'right'])
})

test('what a file aligned itself stays as it is', () => {
  const runs = [{ text: '2026年3月2日' }]
  const body = [
    { type: 'paragraph', runs: [{ text: '正文' }] } as const,
    { type: 'paragraph', align: 'center', runs } as const,
  ]
  assert.deepEqual(alignSignature(body), body)
})

test('the addressee is the first line alone, and no sentence', () => {
  const body = bodyFromPlainText('各乡镇人民政府，县直各部门：\n现通知如下：\n一、时间')
  assert.deepEqual(
    body.map((_, at) => isAddressee(body, at)),
    [true, false, false],
  )
  const sentence = bodyFromPlainText('本办法自发布之日起施行。办理条件如下：')
  assert.equal(isAddressee(sentence, 0), false)
})
