import type { RuleExamples } from '../example.ts'

const plan =
  '存在的主要问题是政策解读形式较为单一，主动公开的深度和广度还不够，部分栏目更新不够及时。下一步，将围绕群众关切的重点领域细化公开目录，' +
  '丰富图文、视频等解读形式，落实栏目责任到人，定期开展业务培训，不断提高工作水平。'

export const copiedExamples: RuleExamples = {
  rule: 'copied',
  examples: [
    {
      title: 'section five is last year’s with another year',
      given: { text: { 5: `2024年，${plan}` }, previous: { text: { 1: null, 5: `2023年，${plan}` } } },
      finds: [{ where: 'text[5]@0-113', severity: 'advice' }],
    },
    {
      title: 'section five was written anew',
      given: {
        text: {
          5: '一是乡镇公开专区设备老化，二是依申请答复文书引用条款不准确，三是数据开放目录缺少水利工程运行信息。明年将更新设备，编印答复文书样例，与大数据局共建开放目录，并请法律顾问逐件复核，建立每月通报机制，力争年内全部完成整改任务，让群众查得到、看得懂、用得上。',
        },
        previous: { text: { 1: null, 5: plan } },
      },
      finds: [],
    },
    { title: 'a short formula may stay the same', given: { previous: { text: { 1: null } } }, finds: [] },
  ],
}
