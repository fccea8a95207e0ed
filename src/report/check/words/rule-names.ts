import type { Language } from '../../../refusals/refusal.ts'
import type { RuleId } from '../rule.ts'

/** What each rule is called in lists and on the screen. */
const ruleNames: Readonly<Record<Language, Readonly<Record<RuleId, string>>>> = {
  'zh-CN': {
    K1: '勾稽 K1',
    K2: '勾稽 K2',
    K3: '勾稽 K3',
    K5: '勾稽 K5',
    K6: '数字 K6',
    K4: '上年衔接 K4',
    K7: '文表一致 K7',
    K8: '文表一致 K8',
    K9: '收费 K9',
    K11: '上年衔接 K11',
    K10: '汇总 K10',
    title: '标题',
    'year-mismatch': '年度',
    'heading-missing': '缺少部分',
    'heading-order': '部分次序',
    'heading-number': '标题序号',
    'five-aspects': '五个方面',
    'fee-statement': '收费说明',
    residue: '残留字符',
    'wrong-level': '层级',
    repetition: '重复',
    usage: '用词',
    'blank-cells': '空白单元格',
    'old-form': '旧格式',
    accountability: '监督保障',
    'narrative-sum': '文中合计',
    'rate-100': '办结率',
    late: '公布期限',
    copied: '与上年雷同',
  },
  en: {
    K1: 'Identity K1',
    K2: 'Identity K2',
    K3: 'Identity K3',
    K5: 'Identity K5',
    K6: 'Figure K6',
    K4: 'Last year K4',
    K7: 'Words and table K7',
    K8: 'Words and table K8',
    K9: 'Fees K9',
    K11: 'Last year K11',
    K10: 'Sum of agencies K10',
    title: 'Title',
    'year-mismatch': 'Year',
    'heading-missing': 'Missing section',
    'heading-order': 'Order of sections',
    'heading-number': 'Heading number',
    'five-aspects': 'Five aspects',
    'fee-statement': 'Fee statement',
    residue: 'Residue',
    'wrong-level': 'Level',
    repetition: 'Repetition',
    usage: 'Usage',
    'blank-cells': 'Blank cells',
    'old-form': 'Old form',
    accountability: 'Accountability',
    'narrative-sum': 'Sum in words',
    'rate-100': 'Rate of 100%',
    late: 'Deadline',
    copied: 'Copied',
  },
}

/** The rule's name for people; an id that no rule bears stands for itself. */
export function ruleName(rule: string, language: Language): string {
  const names: Readonly<Record<string, string>> = ruleNames[language]
  return names[rule] ?? rule
}
