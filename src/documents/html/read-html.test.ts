import assert from 'node:assert/strict'
import { test } from 'node:test'
import { misplaced, showBlocks } from '../../../test/documents/show-blocks.ts'
import { readHtml } from './read-html.ts'

const read = (source: string) => {
  const document = readHtml(source)
  assert.deepEqual(misplaced(document), [])
  return showBlocks(document)
}

test('one span a character, no-break spaces and Office tags make plain text', () => {
  const source =
    '<p><span>一</span><span>、</span><font>总</font><b>体</b><o:p></o:p>&nbsp;\n  情况</p><p>&nbsp;</p><div> 2024<em>年</em> </div>'
  assert.deepEqual(read(source), ['一、总体  情况', '2024年'])
})

test('br and blocks end a paragraph', () => {
  assert.deepEqual(read('甲<br>乙<br/>丙<div>丁<p>戊</p>己</div>庚</br>辛'), [
    '甲',
    '乙',
    '丙',
    '丁',
    '戊',
    '己',
    '庚',
    '辛',
  ])
})

test('rowspan and colspan are resolved', () => {
  const source =
    '<table><tr><td rowspan=2>甲<td colspan="2">乙</tr><tr><td>1<td>2</tr><tr><th>丙</th><td>3</td><td>4</td></tr></table>'
  assert.deepEqual(read(source), [
    [
      ['甲↓2', '乙→2'],
      ['1', '2'],
      ['丙', '3', '4'],
    ],
  ])
})

test('rowspan 0 reaches to the end of the row group, and none reaches over it', () => {
  const source =
    '<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</tbody><tbody><tr><td rowspan=9>乙<td>4</tbody><tbody><tr><td>丙<td>5</tbody></table>'
  assert.deepEqual(read(source), [[['甲↓3', '1'], ['2'], ['3'], ['乙', '4'], ['丙', '5']]])
})

test('a colspan of 1000 over two columns covers two', () => {
  assert.deepEqual(read('<table><tr><td colspan=1000>题<tr><td>1<td>2</table>'), [[['题→2'], ['1', '2']]])
})

test('end tags that are left out are understood', () => {
  assert.deepEqual(read('<table><tr><td>1<td>2<tr><td>3<td>4</table>后'), [
    [
      ['1', '2'],
      ['3', '4'],
    ],
    '后',
  ])
})

test('a page that breaks off behind the start of a cell has no such cell', () => {
  const row = (end: string) => read(`<table><tr><td>1<td>2<td>3<tr><td>4<td>5${end}`)
  const [whole, cut] = [
    ['1', '2', '3'],
    ['4', '5'],
  ]
  for (const end of ['', '<t', '<td', '<td>', '</td><td> \n', '<td><p><b>'])
    assert.deepEqual(row(end), [[whole, cut]], end)
  for (const end of ['<td></td>', '<td></table>', '<td>&nbsp;</table>'])
    assert.deepEqual(row(end), [[whole, [...cut, '']]], end)
})

test('layout tables dissolve, the tables in them stay', () => {
  const source =
    '<table><tr><td>导航</td><td><h1>标题</h1><table><tr><td>项<td>数<tr><td>规章<td>3</table><p>后文</p></td></tr></table>'
  assert.deepEqual(read(source), [
    '导航',
    '标题',
    [
      ['项', '数'],
      ['规章', '3'],
    ],
    '后文',
  ])
})

test('a cell that holds the prose of the page is no table', () => {
  const prose = Array.from({ length: 4 }, (_, i) => `<p>${'第'.repeat(150)}${i}</p>`).join('')
  const blocks = read(`<table><tr><td>左</td><td>${prose}</td></tr></table>`)
  assert.equal(blocks.length, 5)
  assert.ok(blocks.every((block) => typeof block === 'string'))
})

test('a table that stands straight in another, not in a cell, ends it', () => {
  assert.deepEqual(read('<table><tr><td>1<td>2</tr><table><tr><td>3<td>4</table>'), [[['1', '2']], [['3', '4']]])
})

test('text between cells is not lost', () => {
  assert.deepEqual(read('<table>说明<tr><td>1<td>2</table>'), ['说明', [['1', '2']]])
})

test('scripts, styles, comments, templates, Office islands and hidden elements are left out', () => {
  const source = `<!-- a --><style>p{}</style><script>var a='<p>b</p>'</script><template><p>c</p></template>
    <xml><w:View>Normal</w:View></xml><!--[if gte mso 9]><p>d</p><![endif]--><p style="DISPLAY : none">e</p>
    <p hidden>f</p><div style="display:none"><div>g</div>h</div><span style="mso-hide:all">i</span><p>见</p>`
  assert.deepEqual(read(source), ['见'])
})

test('struck-out text, text without size and invisible text are void and leave cells in their places', () => {
  const void9 = [
    '<s>9</s>',
    '<strike>9</strike>',
    '<del>9</del>',
    '<span style="text-decoration: underline line-through">9</span>',
    '<span style="text-decoration-line:line-through"><b>9</b></span>',
    '<span style="font-size:0">9</span>',
    '<span style="color:red; font-size: 0.0pt">9<i style="font-size:2em">9</i></span>',
    '<b style="font:0/0 a">9</b>',
    '<i style="visibility:hidden">9</i>',
  ]
  for (const piece of void9) assert.deepEqual(read(`<p>${piece}3<u>4</u></p>`), ['34'], piece)
  const row = (style: string) => `<table><tr><td>1<td style="${style}">9<td>2<tr><td>3<td>4<td>5</table>`
  for (const style of ['text-decoration:line-through', 'visibility:hidden'])
    assert.deepEqual(read(row(style)), [
      [
        ['1', '', '2'],
        ['3', '4', '5'],
      ],
    ])
})

test('what is shown again within invisible text is read, and so is a block without size', () => {
  assert.deepEqual(read('<p><span style="font-size:0">9<b style="font-size:12pt">3</b></span>4</p>'), ['34'])
  assert.deepEqual(read('<p style="visibility:hidden">9<b style="visibility:visible">3</b></p>'), ['3'])
  assert.deepEqual(read('<div style="font-size:0"><span class="a">3</span></div>'), ['3'])
  assert.deepEqual(read('<p><s style="text-decoration:none">3</s><i style="font-size:0.5em">4</i></p>'), ['34'])
})

test('a raised or lowered figure is the mark of a note and never a digit of the number before it', () => {
  assert.deepEqual(read('<p>12<sup>1</sup>件，3<sup>[２]</sup>，4<sub>0</sub>5</p>'), ['12¹件，3[²]，4₀5'])
  assert.deepEqual(read('<p>3<span style="vertical-align: super">1</span>4</p>'), ['3¹4'])
  assert.deepEqual(read('<table><tr><td>3<sup>1<td style="vertical-align:super">4<tr><td>5<td>6</table>'), [
    [
      ['3¹', '4'],
      ['5', '6'],
    ],
  ])
})

test('a hidden element that is never closed ends with what it stands in', () => {
  assert.deepEqual(read('<div><span style="display:none">藏</div><p style="display:none">藏<p>见</p>'), ['见'])
})

test('hidden cells and rows take no place', () => {
  const source =
    '<table><tr><td>1<td style="display:none">x<td>2</tr><tr style="display:none"><td>y<td>z</tr><tr><td>3<td>4</tr></table>'
  assert.deepEqual(read(source), [
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ])
})

test('the numbers of Word lists stay as text', () => {
  const source =
    "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;&nbsp; </span></span><![endif]>总体情况</p>"
  assert.deepEqual(read(source), ['一、   总体情况'])
})

test('lists that name their numbering are numbered, bare lists are not', () => {
  const list = '<ol style="list-style-type: decimal;"><li><p>甲</p></li><li>乙</li></ol>'
  const chinese = '<ol start=3 style="list-style-type:cjk-ideographic"><li>丙<li>丁</ol>'
  assert.deepEqual(read(`${list}${chinese}<ol><li>戊</ol><ul><li>己</ul>`), [
    '1.',
    '甲',
    '2. 乙',
    '三、丙',
    '四、丁',
    '戊',
    '己',
  ])
})

test('preformatted text keeps its lines and columns', () => {
  assert.deepEqual(read('<pre>项  目\n  规章   3</pre>'), ['项  目', '规章   3'])
})

test('the title of the page counts only when the page does not show it', () => {
  assert.deepEqual(read('<title>某局2024年报告</title><p>正文</p>'), ['某局2024年报告', '正文'])
  assert.deepEqual(read('<title>某局2024年报告_某县</title><h1>某局2024年报告</h1>'), ['某局2024年报告'])
})

test('references are read as browsers read them, lone surrogates become replacement characters', () => {
  assert.deepEqual(read('<p>&lt;a&gt; &#22823;&#x5c0f; &amp;nbsp; &copy &#xD800;</p>'), ['<a> 大小 &nbsp; © \ufffd'])
})
