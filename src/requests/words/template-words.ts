import type { Language } from '../../refusals/refusal.ts'
import type { TemplateProblem, TemplateProblemId } from '../letters/fields/template-problem.ts'

type Words = Readonly<Record<TemplateProblemId, (field: string) => string>>

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    macros: () => '模板带有宏。请另存为不带宏的 .docx',
    embedded: () => '模板嵌有对象、控件或者其他文件。请删除',
    foreignPart: () => '模板夹带了另一个文件作为正文的一部分。请另存为 .docx',
    external: (target) => `模板引用了外部内容“${target}”。请取消超链接、链接的图片和外部模板`,
    comments: () => '模板带有批注。请删除全部批注',
    trackedChanges: () => '模板带有修订。请接受或者拒绝全部修订',
    boundContent: () => '模板的内容控件绑定了外部数据，打开时会改变文字。请删除内容控件',
    runningField: (code) => `模板有会读取外部内容或者运行程序的域“${code}”。请删除，或者转为普通文字`,
    partsUnreadable: () => '模板有一部分不是 UTF-8 编码。请在 Word 或 WPS 中另存为 .docx',
    secrecyMarking: () => '模板带有密级标志。本系统为非涉密系统，严禁处理国家秘密、工作秘密',
    fullWidthBraces: () => '用了全角花括号｛｝。字段须用半角花括号 {}',
    tagUnclosed: (tag) => `“{${tag}”没有右花括号`,
    tagUnopened: (tag) => `“${tag}}”没有左花括号`,
    tagForbidden: (tag) => `“{${tag}}”不能使用。花括号里只能是字段名，或者 #、^、/ 加字段名（半角）`,
    fieldUnknown: (field) => `这种文书没有字段“{${field}}”。用 gongkai templates fields 查看可用的字段`,
    fieldOutsideList: (field) => `字段“{${field}}”只能用在所属的列表里`,
    loopUnclosed: (field) => `“{#${field}}”没有对应的“{/${field}}”`,
    loopUnopened: (field) => `“{/${field}}”前面没有“{#${field}}”`,
    loopCrossed: (field) => `“{#${field}}”没有在外层结束之前结束`,
    loopNested: (field) => `列表“{#${field}}”不能放在另一个列表里`,
    hiddenTag: (field) => `隐藏、删除线或者看不见的文字里有字段“{${field}}”。请删除`,
    notFillable: () => '模板不能填写',
    fieldMissing: (field) => `缺少必须写明的字段“{${field}}”`,
    statementMissing: (field) => `缺少必须写明的固定语句。请加上字段“{${field}}”，或者原文写出该语句`,
    notShown: (field) =>
      `“{${field}}”在生成的文书里没有出现（可能在条件、页眉页脚或者隐藏文字里）。须写在正文中，任何情况下都出现`,
  },
  en: {
    macros: () => 'The template has macros. Save it as a .docx without them',
    embedded: () => 'The template has embedded objects, controls or files. Delete them',
    foreignPart: () => 'The template has another file as a part of its text. Save it as .docx',
    external: (target) =>
      `The template refers to something outside, ${target}. Remove hyperlinks, linked pictures and attached templates`,
    comments: () => 'The template has comments. Delete them all',
    trackedChanges: () => 'The template has tracked changes. Accept or reject them all',
    boundContent: () =>
      'A content control of the template is bound to data and changes its text when opened. Delete it',
    runningField: (code) =>
      `The template has a field of Word that fetches or runs something, ${code}. Delete it or make it plain text`,
    partsUnreadable: () => 'A part of the template is not in UTF-8. Save it as .docx in Word or WPS',
    secrecyMarking: () => 'The template bears the marking of a secret. This system is non-secret and may not hold it',
    fullWidthBraces: () => 'These braces are full-width. A field takes half-width ones, {}',
    tagUnclosed: (tag) => `{${tag} has no closing brace`,
    tagUnopened: (tag) => `${tag}} has no opening brace`,
    tagForbidden: (tag) =>
      `{${tag}} may not be used. Braces hold the name of a field, or #, ^ or / and a name (half-width)`,
    fieldUnknown: (field) => `This letter has no field {${field}}. gongkai templates fields lists those it has`,
    fieldOutsideList: (field) => `{${field}} can stand inside its list only`,
    loopUnclosed: (field) => `{#${field}} has no {/${field}}`,
    loopUnopened: (field) => `{/${field}} has no {#${field}} before it`,
    loopCrossed: (field) => `{#${field}} does not end before what it stands in`,
    loopNested: (field) => `The list {#${field}} may not stand in another list`,
    hiddenTag: (field) => `{${field}} stands in hidden, struck-out or invisible text. Delete it`,
    notFillable: () => 'The template cannot be filled',
    fieldMissing: (field) => `The mandatory field {${field}} is missing`,
    statementMissing: (field) =>
      `A mandatory statement is missing. Add the field {${field}}, or type the statement as it is`,
    notShown: (field) =>
      `{${field}} does not stand in the letter that is made (a condition, head or foot of the page, or hidden text may be why). It must stand in the body in every case`,
  },
}

/** A problem as one line: what, by which article, and where. */
export function templateProblemInWords(
  { problem, field, article, where }: TemplateProblem,
  language: Language,
): string {
  const chinese = language === 'zh-CN'
  const by = article === null ? '' : chinese ? `（${article}）` : ` (${article})`
  const at = where === null ? '' : chinese ? `：${where}` : `: ${where}`
  return `${words[language][problem](field ?? '')}${by}${at}`
}
