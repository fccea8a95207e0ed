import type { Language } from '../../refusals/refusal.ts'
import type { GuideField, GuidePart } from '../agency-guide.ts'

type GuideWords = {
  readonly parts: Readonly<Record<GuidePart, string>>
  readonly fields: Readonly<Record<GuideField, string>>
}

/** Names of the parts and fields of a guide. */
export const guideWords: Readonly<Record<Language, GuideWords>> = {
  'zh-CN': {
    parts: {
      holdings: '本机关持有政府信息基本情况',
      publishing: '本机关对外发布政府信息情况',
      requesting: '依申请公开的有关事项',
      office: '政府信息公开工作机构情况',
      rest: '其他事项',
    },
    fields: {
      classification: '政府信息的分类',
      arrangement: '编排体系',
      access: '获取方式',
      channels: '公开渠道',
      readingPlaces: '政府信息查阅场所',
      howToRequest: '怎样提出申请',
      fees: '收费',
      remedies: '救济途径',
      officeName: '工作机构名称',
      address: '办公地址',
      hours: '办公时间',
      phone: '联系电话',
      fax: '传真号码',
      internet: '互联网联系方式',
      postcode: '邮政编码',
      leadingGroup: '政务公开领导小组',
      supervision: '监督与投诉',
      other: '其他',
    },
  },
  en: {
    parts: {
      holdings: 'What information this agency holds',
      publishing: 'What it publishes, and where',
      requesting: 'How to request information',
      office: 'The disclosure office',
      rest: 'Other matters',
    },
    fields: {
      classification: 'Classes of information',
      arrangement: 'How it is arranged',
      access: 'How to get it',
      channels: 'Where it is published',
      readingPlaces: 'Where it can be read',
      howToRequest: 'How to make a request',
      fees: 'Fees',
      remedies: 'Remedies',
      officeName: 'Disclosure office',
      address: 'Address',
      hours: 'Hours',
      phone: 'Phone',
      fax: 'Fax',
      internet: 'On the internet',
      postcode: 'Postcode',
      leadingGroup: 'Leading group',
      supervision: 'Supervision and complaints',
      other: 'Other',
    },
  },
}
