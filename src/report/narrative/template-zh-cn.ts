import type { Day } from '../../statute/day.ts'
import { fiveAspects } from '../../statute/form-2021.ts'
import type { NarrativeTemplate, Paragraph, Piece } from './template.ts'

/** Stands where a figure is unknown; `report check` finds it as residue. */
export const unknownMark = '【待填】'

/** 12月31日. */
export function dayInWords(on: Day): string {
  return `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
}

const ordinals = ['一', '二', '三', '四', '五'] as const

/** （一）主动公开。 */
const aspect = (at: 0 | 1 | 2 | 3 | 4): string => `（${ordinals[at]}）${fiveAspects[at]}。`

const some = (of: string, text: string, none = ''): Piece => ({ of, some: [text], none: none === '' ? [] : [none] })

/** Said only when the figure is known and over 0. */
const ifAny = (of: string, text: string): Piece => ({ of, some: [text], none: [], unknown: [] })

const regulations: Piece = {
  of: 'proactive[regulations.issued]+proactive[regulations.repealed]+proactive[regulations.inForce]',
  some: [
    '本年制发规章{proactive[regulations.issued]}件，废止{proactive[regulations.repealed]}件，' +
      '现行有效{proactive[regulations.inForce]}件。',
  ],
  none: [],
}

const proactive: Paragraph = [
  aspect(0),
  regulations,
  some(
    'proactive[normativeDocuments.issued]',
    '本年制发行政规范性文件{proactive[normativeDocuments.issued]}件',
    '本年未制发行政规范性文件',
  ),
  some('proactive[normativeDocuments.repealed]', '，废止{proactive[normativeDocuments.repealed]}件'),
  some(
    'proactive[normativeDocuments.inForce]',
    '，现行有效{proactive[normativeDocuments.inForce]}件。',
    '，没有现行有效的行政规范性文件。',
  ),
  some('documents.published', '公开文件台账登记本年发布文件{documents.published}件。'),
  some(
    'proactive[licences.decisions]',
    '作出行政许可处理决定{proactive[licences.decisions]}件，',
    '未作出行政许可处理决定，',
  ),
  some(
    'proactive[penalties.decisions]',
    '作出行政处罚处理决定{proactive[penalties.decisions]}件，',
    '未作出行政处罚处理决定，',
  ),
  some(
    'proactive[coerciveMeasures.decisions]',
    '作出行政强制处理决定{proactive[coerciveMeasures.decisions]}件；',
    '未作出行政强制处理决定；',
  ),
  some('proactive[fees.amount]', '行政事业性收费{proactive[fees.amount]}万元。', '未收取行政事业性收费。'),
]

const onRequest: Paragraph = [
  aspect(1),
  {
    of: 'requests[received][total]',
    some: [
      '本年新收政府信息公开申请{requests[received][total]}件，其中',
      {
        list: [
          { of: 'requests[received][naturalPerson]', text: '自然人申请{requests[received][naturalPerson]}件' },
          { of: 'requests[received][organisations]', text: '法人或其他组织申请{requests[received][organisations]}件' },
        ],
        none: '',
      },
    ],
    none: ['本年未收到政府信息公开申请'],
    unknown: ['本年新收政府信息公开申请{requests[received][total]}件'],
  },
  some('requests[carriedIn][total]', '；上年结转申请{requests[carriedIn][total]}件。', '；没有上年结转的申请。'),
  {
    of: 'requests[total][total]',
    some: [
      '本年办结申请{requests[total][total]}件，其中',
      {
        list: [
          { of: 'requests[granted][total]', text: '予以公开{requests[granted][total]}件' },
          { of: 'requests[partlyGranted][total]', text: '部分公开{requests[partlyGranted][total]}件' },
          { of: 'requests[withheld.*][total]', text: '不予公开{requests[withheld.*][total]}件' },
          { of: 'requests[unavailable.*][total]', text: '无法提供{requests[unavailable.*][total]}件' },
          { of: 'requests[rejected.*][total]', text: '不予处理{requests[rejected.*][total]}件' },
          { of: 'requests[other.*][total]', text: '其他处理{requests[other.*][total]}件' },
        ],
        none: '',
      },
      '。',
    ],
    none: [],
    unknown: ['本年办结申请{requests[total][total]}件。'],
  },
  some(
    'requests[carriedOut][total]',
    '结转下年度继续办理{requests[carriedOut][total]}件。',
    '没有结转下年度继续办理的申请。',
  ),
]

const management: Paragraph = [
  aspect(2),
  '{agency}按照《条例》第十七条规定，在公开前对政府信息进行审查，明确审查的程序和责任；' +
    '按照《条例》第十八条规定，对不予公开的政府信息定期评估审查，因情势变化可以公开的及时公开。',
]

const platform: Paragraph = [
  aspect(3),
  '按照《条例》第二十三条、第二十四条规定，通过政府信息公开平台发布政府信息，提供检索、查阅、下载功能。',
]

const litigation = 'remedies[litigationDirect][total]+remedies[litigationAfterReconsideration][total]'

const supervision: Paragraph = [
  aspect(4),
  '按照《条例》第四十七条、第四十八条规定，接受政府信息公开工作主管部门的指导和监督检查，参加业务培训。',
  some(
    'remedies[reconsideration][total]',
    '政府信息公开行政复议案件{remedies[reconsideration][total]}件，',
    '没有政府信息公开行政复议案件，',
  ),
  some(litigation, `政府信息公开行政诉讼案件{${litigation}}件。`, '没有政府信息公开行政诉讼案件。'),
  {
    onlyFor: 'government',
    words: ['工作考核、社会评议和责任追究按照《条例》第四十六条规定组织实施，结果用于改进工作。'],
  },
]

const remedyGroup = (group: string, label: string): Paragraph => [
  {
    of: `remedies[${group}][total]`,
    some: [
      `${label}{remedies[${group}][total]}件，其中`,
      {
        list: [
          { of: `remedies[${group}][upheld]`, text: `结果维持{remedies[${group}][upheld]}件` },
          { of: `remedies[${group}][overturned]`, text: `结果纠正{remedies[${group}][overturned]}件` },
          { of: `remedies[${group}][otherResult]`, text: `其他结果{remedies[${group}][otherResult]}件` },
          { of: `remedies[${group}][pending]`, text: `尚未审结{remedies[${group}][pending]}件` },
        ],
        none: '',
      },
      '。',
    ],
    none: [`没有${label}案件。`],
    unknown: [`${label}{remedies[${group}][total]}件。`],
  },
]

const overturned = ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration']
  .map((group) => `remedies[${group}][overturned]`)
  .join('+')

/** The narrative drafted for a report, words only; every number comes in by the name of its cell. */
export const templateZhCN: NarrativeTemplate = {
  title: ['{agency}{year}年政府信息公开工作年度报告'],
  lead: [
    [
      '根据《中华人民共和国政府信息公开条例》（以下简称《条例》）有关规定，编制本报告。' +
        '本报告中所列数据的统计期限为{year}年1月1日至{lastDay}。',
    ],
  ],
  sections: [
    [proactive, onRequest, management, platform, supervision],
    [['{year}年主动公开政府信息的数据见下表。']],
    [['{year}年收到和处理政府信息公开申请的数据见下表。']],
    [
      [
        ...remedyGroup('reconsideration', '行政复议'),
        ...remedyGroup('litigationDirect', '未经复议直接起诉'),
        ...remedyGroup('litigationAfterReconsideration', '复议后起诉'),
      ],
    ],
    [
      [
        '存在的主要问题：',
        ifAny('requests[carriedOut][total]', '年末有{requests[carriedOut][total]}件申请尚在办理，办理时效需要提高；'),
        ifAny(overturned, `行政复议、行政诉讼结果纠正合计{${overturned}}件，答复的规范性需要提高；`),
        '主动公开的及时性和政策文件解读的针对性仍有不足。',
      ],
      [
        '改进情况：',
        ifAny('requests[carriedOut][total]', '对在办申请逐件明确办理时限；'),
        ifAny(overturned, '对被纠正的案件逐件分析原因、完善答复；'),
        '对照《条例》第二十六条规定的期限发布和更新政府信息，加强业务培训。',
      ],
    ],
    [
      [
        '{year}年，依据《政府信息公开信息处理费管理办法》发出收费通知{fees.notices}件，',
        some('fees.unrecorded', '台账登记金额的{fees.recorded}件，'),
        '总金额{fees.charged}元，实际收取信息处理费{fees.collected}元。',
        '没有其他需要报告的事项。',
      ],
    ],
  ],
}
