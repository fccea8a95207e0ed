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
    '本年制发行政规范性文件{proactive[normativeDocuments.issued]}件；',
    '本年未制发行政规范性文件；',
  ),
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
  some(
    'proactive[normativeDocuments.repealed]',
    '本年废止行政规范性文件{proactive[normativeDocuments.repealed]}件，',
    '本年未废止行政规范性文件，',
  ),
  some(
    'proactive[normativeDocuments.inForce]',
    '现行有效{proactive[normativeDocuments.inForce]}件。',
    '没有现行有效的行政规范性文件。',
  ),
]

const platform: Paragraph = [
  aspect(3),
  some('documents.published', '公开文件台账登记本年发布文件{documents.published}件。'),
  '《条例》第二十四条规定，政府信息公开平台应当具备信息检索、查阅、下载等功能。',
]

const litigation = 'remedies[litigationDirect][total]+remedies[litigationAfterReconsideration][total]'

const supervision: Paragraph = [
  aspect(4),
  some(
    'remedies[reconsideration][total]',
    '政府信息公开行政复议案件{remedies[reconsideration][total]}件，',
    '没有政府信息公开行政复议案件，',
  ),
  some(litigation, `政府信息公开行政诉讼案件{${litigation}}件。`, '没有政府信息公开行政诉讼案件。'),
  {
    onlyFor: 'government',
    words: ['《条例》第四十六条规定，各级人民政府应当建立健全工作考核、社会评议和责任追究制度。'],
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

/**
 * The narrative drafted for a report, words only; every number comes in by the name of its cell. It states what the ledger
 * or the law bears and nothing else: no deed and no judgement of the agency, which nobody recorded.
 */
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
        '从本年度数据看，',
        some('requests[carriedIn][total]', '上年结转申请{requests[carriedIn][total]}件，', '没有上年结转的申请，'),
        some(
          'requests[carriedOut][total]',
          '结转下年度继续办理{requests[carriedOut][total]}件；',
          '没有结转下年度继续办理的申请；',
        ),
        some(overturned, `行政复议、行政诉讼结果纠正合计{${overturned}}件。`, '行政复议、行政诉讼没有结果纠正的案件。'),
      ],
    ],
    [
      [
        '{year}年，依据《政府信息公开信息处理费管理办法》发出收费通知{fees.notices}件，',
        some('fees.unrecorded', '台账登记金额的{fees.recorded}件，'),
        '总金额{fees.charged}元，实际收取信息处理费{fees.collected}元。',
      ],
    ],
  ],
}
