import type { RuleExamples } from '../example.ts'

export const narrativeSumExamples: RuleExamples = {
  rule: 'narrative-sum',
  examples: [
    {
      title: 'three channels come to 93, not 95',
      given: {
        text: { 1: '共收到政府信息公开申请95件。其中：电子邮件申请24件；信函邮寄申请66件；当面提交申请3件。' },
      },
      finds: [{ where: 'text[1]@11-46', severity: 'warning', left: 95, right: 93 }],
    },
    {
      title: 'parts that exceed the whole',
      given: { text: { 1: '举办培训3场，其中线下培训2场，线上培训2场。' } },
      finds: [{ left: 3, right: 4 }],
    },
    {
      title: 'a list in brackets that leaves some out',
      given: { text: { 1: '收到政府信息公开申请20件（县政府8件、县直部门7件、乡镇4件）。' } },
      finds: [{ left: 20, right: 19 }],
    },
    {
      title: 'a percentage that is not that of its count',
      given: { text: { 1: '办结申请10件，其中予以公开6件，占60%，部分公开4件，占30%。' } },
      finds: [{ left: 30, right: 40 }],
    },
    {
      title: 'the parts come to the whole',
      given: {
        text: {
          1: '收到申请20件（县政府8件、县直部门7件、乡镇5件），同比增长70.3%，其中，自然人申请15件，法人或其他组织申请5件；予以公开9件、部分公开3件。',
        },
      },
      finds: [],
    },
    {
      title: 'a choice out of more is no sum',
      given: { text: { 1: '主动公开信息100条，其中政策解读20条、通知公告30条。' } },
      finds: [],
    },
    {
      title: 'parts of parts are no sum',
      given: { text: { 1: '发布信息2139条，其中动态类1744条，政务类393条，解读类21条，热点类2条。' } },
      finds: [],
    },
    {
      title: 'the same item on several channels is no sum',
      given: { text: { 1: '公开信息100条，其中门户网站80条，微信公众号60条。' } },
      finds: [],
    },
    {
      title: 'rounded percentages',
      given: { text: { 1: '办结申请3件，其中予以公开2件（66.67%），部分公开1件（33.33%）。' } },
      finds: [],
    },
  ],
}
