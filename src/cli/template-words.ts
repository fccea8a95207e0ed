import type { Language } from '../refusals/refusal.ts'

type Words = {
  readonly mandatory: (article: string | null) => string
  readonly optional: string
  readonly added: (name: string, version: number) => string
  readonly refused: (count: number) => string
  readonly removed: string
  readonly noSettings: string
}

/** Words of the commands about templates and settings of letters. */
export const letterTemplateWords: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    mandatory: (article) => (article === null ? '必须' : `必须（${article}）`),
    optional: '可选',
    added: (name, version) => `已保存模板“${name}”，第 ${version} 版，即时生效。`,
    refused: (count) => `模板没有保存，有 ${count} 处问题：`,
    removed: '已停用',
    noSettings: '还没有设置。',
  },
  en: {
    mandatory: (article) => (article === null ? 'mandatory' : `mandatory (${article})`),
    optional: 'optional',
    added: (name, version) => `The template ${name} is kept as version ${version} and holds from now on.`,
    refused: (count) => `The template was not kept; ${count} problem${count === 1 ? '' : 's'}:`,
    removed: 'removed',
    noSettings: 'Nothing is set yet.',
  },
}
