import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodyFromDocx } from './body-from-docx.ts'
import { drawing, onePixel, p, testDocx } from './test-docx.ts'

const bodyOf = (...given: Parameters<typeof testDocx>) => bodyFromDocx(testDocx(...given)).body

test('headings by their marks, by style and by outline; a long or finished line is a paragraph', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
  const body = bodyOf(
    [
      p('一、总体要求'),
      p('（一）查阅点'),
      p('1.地点', '', '<w:b/>'),
      p('1.办事大厅设在一楼'),
      p('（1）时间', '<w:outlineLvl w:val="3"/>'),
      p('没有标号的标题', '<w:pStyle w:val="H3"/>'),
      p('一、凡是这样以句号收尾的都是正文。'),
    ].join(''),
    { styles },
  )
  assert.deepEqual(
    body.map((block) => (block.type === 'heading' ? block.level : block.type)),
    [1, 2, 3, 'paragraph', 4, 3, 'paragraph'],
  )
  assert.deepEqual(body[5], { type: 'heading', level: 3, runs: [{ text: '没有标号的标题' }] })
})

test('alignment, bold, links that may be public; a script keeps its words only', () => {
  const link = (id: string, words: string) => `<w:hyperlink r:id="${id}"><w:r><w:t>${words}</w:t></w:r></w:hyperlink>`
  const { body, notes } = bodyFromDocx(
    testDocx(
      p('清河县人民政府办公室', '<w:jc w:val="right"/>') +
        `<w:p><w:r><w:t>见</w:t></w:r>${link('a', '规定')}<w:r><w:rPr><w:b/></w:rPr><w:t>和</w:t></w:r>${link('b', '这里')}</w:p>` +
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.gov.cn/f"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>域</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
      { links: { a: 'https://example.gov.cn/a', b: 'javascript:alert(1)' } },
    ),
  )
  assert.deepEqual(body, [
    { type: 'paragraph', align: 'right', runs: [{ text: '清河县人民政府办公室' }] },
    {
      type: 'paragraph',
      runs: [
        { text: '见' },
        { text: '规定', href: 'https://example.gov.cn/a' },
        { text: '和', bold: true },
        { text: '这里' },
      ],
    },
    { type: 'paragraph', runs: [{ text: '域', href: 'https://example.gov.cn/f' }] },
  ])
  assert.deepEqual(notes, [{ note: 'link-dropped', detail: 'javascript:alert(1)' }])
})

test('automatic numbers are written out, bullets become a list', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
  const number = (id: number, at: number) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`
  const body = bodyOf(
    p('范围', number(1, 0)) +
      p('程序', number(1, 0)) +
      p('受理', number(1, 1)) +
      p('甲', number(2, 0)) +
      p('乙', number(2, 0)),
    { numbering },
  )
  assert.deepEqual(body, [
    { type: 'heading', level: 1, runs: [{ text: '一、范围' }] },
    { type: 'heading', level: 1, runs: [{ text: '二、程序' }] },
    { type: 'heading', level: 2, runs: [{ text: '（一）受理' }] },
    { type: 'list', ordered: false, items: [[{ text: '甲' }], [{ text: '乙' }]] },
  ])
})

test('tables with spans, head rows and a caption; two paragraphs of a cell are two lines', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${text}</w:tc>`
  const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
  const [table] = bodyOf(
    `${p('表1 查阅点')}<w:tbl>` +
      row(
        cell(p('名称'), '<w:vMerge w:val="restart"/>') + cell(p('地址'), '<w:gridSpan w:val="2"/>'),
        '<w:tblHeader/>',
      ) +
      row(cell(p(''), '<w:vMerge/>') + cell(p('街道')) + cell(p('门牌'))) +
      row(cell(p('档案馆') + p('二楼')) + cell(p('解放路')) + cell('<w:p/>')) +
      '</w:tbl>',
  )
  assert.deepEqual(table, {
    type: 'table',
    caption: '表1 查阅点',
    rows: [
      [
        { runs: [{ text: '名称' }], head: true, rows: 2 },
        { runs: [{ text: '地址' }], head: true, columns: 2 },
      ],
      [{ runs: [{ text: '街道' }] }, { runs: [{ text: '门牌' }] }],
      [{ runs: [{ text: '档案馆\n二楼' }] }, { runs: [{ text: '解放路' }] }, { runs: [] }],
    ],
  })
})

test('pictures with their words; a file name is none', () => {
  const { body, pictures } = bodyFromDocx(
    testDocx(
      p('位置如下') +
        drawing('pic1', '查阅点位置图') +
        p('图1 位置', '<w:jc w:val="center"/>') +
        drawing('pic2', 'IMG_2031.jpg'),
      {
        pictures: { 'image1.png': onePixel, 'image2.png': onePixel },
      },
    ),
  )
  assert.deepEqual(body.slice(1), [
    { type: 'figure', file: 'picture:1', alt: '查阅点位置图', caption: '图1 位置' },
    { type: 'figure', file: 'picture:2', alt: '', caption: null },
  ])
  assert.deepEqual(
    pictures.map(({ name, alt, after }) => ({ name, alt, after })),
    [
      { name: 'image1.png', alt: '查阅点位置图', after: '位置如下' },
      { name: 'image2.png', alt: null, after: '图1 位置' },
    ],
  )
})

test('tracked changes are accepted, hidden text is gone, notes stand at the end', () => {
  const body = bodyOf(
    `<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>加上</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    { footnotes: `<w:footnote w:id="2">${p('依据文件')}</w:footnote>` },
  )
  assert.deepEqual(body, [
    { type: 'paragraph', runs: [{ text: '保留加上［注1］' }] },
    { type: 'paragraph', runs: [{ text: '［注1］依据文件' }] },
  ])
})

test('a table that holds tables only lays out the page', () => {
  const inner = `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`
  const { body, notes } = bodyFromDocx(
    testDocx(`<w:tbl><w:tr><w:tc>${p('左边')}${inner}</w:tc><w:tc>${p('右边')}</w:tc></w:tr></w:tbl>`),
  )
  assert.deepEqual(
    body.map(({ type }) => type),
    ['paragraph', 'table', 'paragraph'],
  )
  assert.deepEqual(notes, [{ note: 'layout-table', detail: '' }])
})
