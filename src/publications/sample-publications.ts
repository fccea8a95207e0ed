import { cite } from '../statute/citation.ts'
import { type Day, day } from '../statute/day.ts'
import type { ThemeId } from '../statute/themes.ts'
import { parseInstant } from './instant.ts'
import type { ItemMetadata } from './item-metadata.ts'
import type { PublicationCommandOf, PublicationCommandType } from './publication-command.ts'
import type { ItemContent } from './publication-event.ts'

/** A notice about reading places; tests and examples change what they speak of. */
export const sampleMetadata: ItemMetadata = {
  title: '清河县关于设置政府信息查阅点的通知',
  summary: '在政务服务大厅、档案馆和图书馆设置查阅点',
  maker: '清河县人民政府办公室',
  jointMakers: [],
  madeOn: day('2026-03-02'),
  documentNumber: '清河政办发〔2026〕3号',
  kind: 'normativeDocument',
  theme: '2.1' as ThemeId,
  genre: 'notice',
  keywords: ['政务公开', '查阅点'],
  item: 'rules',
  limit: 'ordinary',
  interprets: [],
  validUntil: null,
}

export const sampleContent: ItemContent = {
  metadata: sampleMetadata,
  text: 'a'.repeat(64),
  attachments: [],
}

/** One command of every kind, all on one day, that an item in a fitting phase accepts. */
export function samplePublicationCommand<T extends PublicationCommandType>(type: T, on: Day): PublicationCommandOf<T> {
  const samples: { readonly [K in PublicationCommandType]: Omit<PublicationCommandOf<K>, 'type' | 'on'> } = {
    propose: {
      unit: '综合科',
      formedOn: day('2026-03-02'),
      proposal: { attribute: 'proactive' },
      content: sampleContent,
    },
    revise: {
      formedOn: day('2026-03-02'),
      proposal: { attribute: 'proactive' },
      content: { ...sampleContent, metadata: { ...sampleMetadata, title: `${sampleMetadata.title}（修订）` } },
      reasons: '补充查阅点地址',
    },
    submit: {},
    reviewSecrecy: {
      basis: '保密事项范围中没有相应事项',
      result: 'public',
      referredTo: null,
      approval: { medium: 'onScreen' },
    },
    passStage: { remarks: null, approval: { medium: 'onScreen' } },
    return: { reasons: '请补充联系方式' },
    schedule: { publishAt: parseInstant('2026-12-01T09:00') as never },
    publish: {},
    keepFromPublic: {},
    changeValidity: { validity: 'repealed', since: day('2026-09-01'), basis: '清河政发〔2026〕9号' },
    recordAnnulment: { annulledOn: on, basis: '清河县人民政府行政复议决定' },
    takeDown: { reasons: '内容有误，更正后重新发布' },
    reassess: { result: 'nowPublic', reasons: '事项已经办结，公开不再影响' },
    recordElsewhere: { platform: '省集约化平台', address: 'https://example.gov.cn/a/1.html', publishedOn: on },
    drop: { reasons: '重复拟稿' },
  }
  // The record holds, for each type, exactly the fields of its command.
  return { type, on, ...samples[type] } as unknown as PublicationCommandOf<T>
}

/** A proposal to keep an item from the public. */
export const sampleNotDisclosed = {
  attribute: 'notDisclosed',
  ground: cite('条例16¶1'),
  reasons: '属于内部管理的后勤事项',
} as const
