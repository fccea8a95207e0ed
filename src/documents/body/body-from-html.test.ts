import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyFromHtml } from './body-from-html.ts'

const clipboard = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm} --></style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:22.0pt;mso-bidi-font-size:11pt'>关于查阅点
的通知</span></b></p>
<h1 style='margin:0'>一、<span style='font-family:黑体'>范围</span><o:p></o:p></h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>档案馆<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>图书馆</p>
<p style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>（一）</span><![endif]>开放时间</p>
<p class=MsoNormal>见<a href="https://example.gov.cn/a">规定</a>，<a href="javascript:alert(1)">点</a><span style='mso-hide:all'>藏</span><del>删</del></p>
<p><img src="data:image/png;base64,AAAA" alt="位置"><script>alert(1)</script></p>
<table class=MsoNormalTable border=1><tr><td colspan=2 style='mso-border-alt:solid'><p class=MsoNormal><b>名称<o:p></o:p></b></p></td></tr>
<tr><td><p>甲</p><p>一楼</p></td><td><p>乙<br>二楼</p></td></tr></table>
<!--EndFragment--></body></html>`

test('what Word puts on the clipboard comes out as blocks, without anything of its own', () => {
  const { body, notes } = bodyFromHtml(clipboard)
  assert.deepEqual(body, [
    { type: 'paragraph', align: 'center', runs: [{ text: '关于查阅点的通知', bold: true }] },
    { type: 'heading', level: 1, runs: [{ text: '一、范围' }] },
    { type: 'list', ordered: false, items: [[{ text: '档案馆' }], [{ text: '图书馆' }]] },
    { type: 'heading', level: 2, runs: [{ text: '（一）开放时间' }] },
    { type: 'paragraph', runs: [{ text: '见' }, { text: '规定', href: 'https://example.gov.cn/a' }, { text: '，点' }] },
    {
      type: 'table',
      caption: null,
      rows: [
        [{ runs: [{ text: '名称', bold: true }], head: true, columns: 2 }],
        [{ runs: [{ text: '甲\n一楼' }] }, { runs: [{ text: '乙\n二楼' }] }],
      ],
    },
  ])
  assert.deepEqual(
    notes.map(({ note }) => note),
    ['link-dropped', 'picture-left-out'],
  )
})

test('lists, captions, h2 below a title, nothing hidden', () => {
  const { body } = bodyFromHtml(
    '<h2>第一部分</h2><h3>细节</h3><ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol><table><caption>表一</caption><thead><tr><th>名</th><th>值</th></tr></thead><tr><td rowspan=9>1</td><td>2</td></tr></table><p style="display:none">藏</p><pre>一行\n二行</pre>',
  )
  assert.deepEqual(
    body.map((block) => (block.type === 'heading' ? block.level : block.type)),
    [1, 2, 'list', 'list', 'list', 'table', 'paragraph'],
  )
  const table = body[5]
  assert.equal(table?.type === 'table' && table.caption, '表一')
  assert.deepEqual(body[6], { type: 'paragraph', runs: [{ text: '一行\n二行' }] })
})

test('a page twenty thousand elements deep, and one of nothing but tags, are read to their end', () => {
  assert.equal(bodyFromHtml(`${'<div>'.repeat(20_000)}底${'</div>'.repeat(20_000)}`).body.length, 1)
  assert.deepEqual(bodyFromHtml('<table><tr><td><table><p></li></td>'.repeat(500)).body, [])
})
