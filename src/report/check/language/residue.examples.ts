import type { RuleExamples } from '../example.ts'

export const residueExamples: RuleExamples = {
  rule: 'residue',
  examples: [
    {
      title: 'a bookmark of Word',
      given: { text: { 5: '[bookmark: _GoBack]问题是形式单一。' } },
      finds: [
        {
          where: 'text[5]@0-19',
          severity: 'warning',
          evidence: { kind: 'bookmark', found: '[bookmark: _GoBack]', proposed: '' },
        },
      ],
    },
    {
      title: 'field codes of a table of contents',
      given: { text: { 5: '问题 PAGEREF _Toc123456 \\h 3' } },
      finds: [{ evidence: { kind: 'field', found: 'PAGEREF _Toc123456 \\h', proposed: '' } }],
    },
    {
      title: 'a broken reference, which only a person can mend',
      given: { text: { 5: '见错误!未找到引用源。' } },
      finds: [{ evidence: { kind: 'reference', found: '错误!未找到引用源。' } }],
    },
    {
      title: 'placeholders that nobody filled in',
      given: { text: { 5: 'XX局{{年度}}年公开****年信息××条。' } },
      finds: [
        { evidence: { kind: 'placeholder', found: 'XX' } },
        { evidence: { kind: 'placeholder', found: '{{年度}}' } },
        { evidence: { kind: 'placeholder', found: '****' } },
        { evidence: { kind: 'placeholder', found: '××' } },
      ],
    },
    {
      title: 'a hint of the template',
      given: { text: { 6: '点击此处输入文字。（请填写收费情况）' } },
      finds: [
        { evidence: { kind: 'hint', found: '点击此处输入文字' } },
        { evidence: { kind: 'hint', found: '（请填写收费情况）' } },
      ],
    },
    {
      title: 'a hint that stands where an address should',
      given: { text: { 6: '可在门户网站（具体网址）查阅，请与某某局联系。' } },
      finds: [
        { evidence: { kind: 'hint', found: '（具体网址）' } },
        { evidence: { kind: 'placeholder', found: '某某' } },
      ],
    },
    {
      title: 'markup and garbled characters',
      given: { text: { 6: '无&nbsp;收费<o:p></o:p>情\ufffd况' } },
      finds: [
        { evidence: { kind: 'markup', found: '&nbsp;', proposed: '' } },
        { evidence: { kind: 'markup', found: '<o:p>', proposed: '' } },
        { evidence: { kind: 'markup', found: '</o:p>', proposed: '' } },
        { evidence: { kind: 'encoding', found: '\ufffd' } },
      ],
    },
    {
      title: 'residue outside the sections is found in the file',
      given: { text: { 5: '[bookmark: a]问题。' }, documentText: '[bookmark: a]问题。\n[bookmark: b]' },
      finds: [{ where: 'text[5]@0-13' }, { where: '@17-30' }],
    },
    {
      title: 'a link to click, a size in ×, a model X are no residue',
      given: { text: { 1: '点击此处下载附件。“1+X”发布会。展板2×3米。访问www.xx.gov.cn。A&B。第X光室。' } },
      finds: [],
    },
  ],
}
