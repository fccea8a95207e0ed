import { Refusal } from '../refusals/refusal.ts'
import { type Charged, mostCharged, type ProcessingFee, processingFee } from '../requests/fee/processing-fee.ts'
import { valueOn } from '../statute/dated.ts'
import { feeScales } from '../statute/fee-bands.ts'
import { formatOption, parseOptions } from './command-options.ts'
import type { Command, CommandContext } from './context.ts'

const usage = 'gongkai fee --items N [--already M] | --pages N'

/** `gongkai fee`: the processing fee of 109号 by item or by page, never by both. */
export const fee: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { items: text, already: text, pages: text, format: text, lang: text },
  })
  const format = formatOption(values.format, 'json')
  const charged = readCharged(values)
  const scale = valueOn(feeScales, context.today)
  if (!scale) throw new Refusal('fee-not-regulated', { on: context.today })
  const answer = processingFee(scale.value, charged)
  context.out(format === 'json' ? `${JSON.stringify(answer)}\n` : inText(answer, charged, context))
  return 0
}

function readCharged(values: Readonly<Partial<Record<'items' | 'already' | 'pages', string>>>): Charged {
  const { items, already, pages } = values
  if (items !== undefined && pages !== undefined) throw new Refusal('fee-by-both')
  if (pages !== undefined) {
    if (already !== undefined) throw new Refusal('fee-already-of-pages')
    return { by: 'pages', count: countOption('--pages', pages) }
  }
  if (items === undefined) throw new Refusal('missing-argument', { name: '--items', usage })
  const counted = { count: countOption('--items', items), already: countOption('--already', already ?? '0') }
  if (counted.count + counted.already > mostCharged) throw countRefusal('--items', items)
  return { by: 'items', ...counted }
}

function countOption(option: string, value: string): number {
  const count = Number(value)
  if (!/^\d{1,6}$/.test(value) || count > mostCharged) throw countRefusal(option, value)
  return count
}

function countRefusal(option: string, value: string): Refusal {
  return new Refusal('bad-option', { reason: `${option} ${value} (0 … ${mostCharged})` })
}

function inText({ yuan, bands }: ProcessingFee, { by }: Charged, { language }: CommandContext): string {
  const unit = { 'zh-CN': { items: '件', pages: '页' }, en: { items: 'items', pages: 'pages' } }[language][by]
  const lines = bands.map(({ from, to, count, yuanEach, yuan }) =>
    language === 'en'
      ? `  ${unit} ${from} to ${to}: ${count} × ${yuanEach} = ${yuan} yuan`
      : `  第${from}至第${to}${unit}：${count}${unit} × ${yuanEach}元 = ${yuan}元`,
  )
  return `${[language === 'en' ? `${yuan} yuan` : `${yuan}元`, ...lines].join('\n')}\n`
}
