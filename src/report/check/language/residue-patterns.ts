import type { ResidueKind } from '../rule.ts'

/**
 * Something a text program or a template left behind. `mended` is what should stand there, where that is certain. `needs`
 * are words of which the pattern holds at least one: texts without any need not be searched for it.
 */
export type ResiduePattern = {
  readonly kind: ResidueKind
  readonly needs: readonly string[]
  readonly pattern: RegExp
  readonly mended?: string
}

/** Searched in the text as it stands. Earlier patterns claim their words first. */
export const residuePatterns: readonly ResiduePattern[] = [
  { kind: 'bookmark', needs: ['['], pattern: /\[bookmark\d*(?::[^\]\n]{0,60})?\]/gi, mended: '' },
  {
    kind: 'field',
    needs: ['REF', 'HYPERLINK', 'INCLUDEPICTURE', 'MERGEFIELD', 'SEQ'],
    pattern:
      /\b(?:PAGEREF|HYPERLINK|INCLUDEPICTURE|MERGEFIELD|SEQ|REF)\s+(?:\\[a-z]\s+)?(?:["“][^"”\n]{0,100}["”]|_?[A-Za-z]\w*)(?:\s*\\(?:\*\s*)?\w+)*/g,
    mended: '',
  },
  { kind: 'field', needs: ['TOC'], pattern: /\bTOC\s+\\[a-z][^\n。，]{0,60}/g, mended: '' },
  { kind: 'field', needs: ['MERGEFORMAT'], pattern: /\\\*\s*MERGEFORMAT/g, mended: '' },
  {
    kind: 'field',
    needs: ['{'],
    pattern: /\{\s*(?:PAGE|NUMPAGES|DATE|TIME|FORMTEXT|FORMCHECKBOX)\b[^}\n]{0,40}\}/g,
    mended: '',
  },
  {
    kind: 'bookmark',
    needs: ['_'],
    pattern: /(?<![A-Za-z0-9])_(?:GoBack|Toc\d{3,}|Ref\d{3,}|Hlk\d{3,})(?![A-Za-z0-9])/g,
    mended: '',
  },
  {
    kind: 'reference',
    needs: ['!'],
    pattern:
      /Error!\s*(?:Reference source|Bookmark|Hyperlink)[^。\n]{0,40}?(?:not found|not defined|reference not valid)\.?/gi,
  },
  {
    kind: 'reference',
    needs: ['错误'],
    pattern: /错误[!！]\s*(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)[。.]?/g,
  },
  {
    kind: 'placeholder',
    needs: ['{{', '${', '<%'],
    pattern: /\{\{[^{}\n]{0,60}\}\}|\$\{[^{}\n]{1,60}\}|<%[^%\n]{0,60}%>/g,
  },
  {
    kind: 'placeholder',
    needs: ['×', '╳', '✕', 'X', 'x'],
    pattern:
      /[×╳✕]{2,}|(?<![A-Za-z0-9])[Xx×]{1,4}(?=[年月日]|\s*(?:省|市|县|区|镇|乡|街道|局|委员会|厅|部门|单位|条|件|人民政府))(?<!\d[Xx×])/g,
  },
  { kind: 'placeholder', needs: ['**'], pattern: /\*{2,}(?=年|月|日|省|市|县|区|镇|乡|局|委|厅|条|件|人|部门|单位)/g },
  { kind: 'placeholder', needs: ['__'], pattern: /_{2,}(?=年|月|日|条|件|元|人|次|个)/g },
  {
    kind: 'hint',
    needs: ['点击此处', '单击此处'],
    pattern:
      /(?:点击|单击)此处(?:以)?(?:输入|添加|编辑|键入|填写)[^。\n]{0,12}|(?:点击|单击)此处(?![^。\n]{0,6}(?:下载|查看|打开|阅读|访问|进入|了解|浏览|链接))/g,
  },
  {
    kind: 'hint',
    needs: ['填写', '填入', '待填', '待补充', '待完善', '待定', '示例', '样例', '范例'],
    pattern:
      /[（(【[](?:此处|请在此|请)?(?:填写|填入|待填写?|待补充|待完善|待定|示例|样例|范例)[^（()）】\]\n]{0,16}[)）】\]]/g,
  },
  { kind: 'hint', needs: ['具体', '详细'], pattern: /[（(](?:具体|详细)(?:网址|地址|数字|日期|名称|内容)[)）]/g },
  { kind: 'placeholder', needs: ['某某'], pattern: /某某(?=局|市|县|区|镇|乡|街道|单位|部门)/g },
  {
    kind: 'markup',
    needs: ['&'],
    pattern: /&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});/gi,
    mended: '',
  },
  {
    kind: 'markup',
    needs: ['<'],
    pattern: /<\/?(?:o:p|span|p|br|div|font|table|td|tr|a|img|strong|b|style)(?:\s[^<>\n]{0,120})?\/?>/gi,
    mended: '',
  },
  { kind: 'encoding', needs: ['\ufffd', '锟斤拷', '烫烫烫'], pattern: /\ufffd+|(?:锟斤拷)+|烫烫烫+/g },
]
