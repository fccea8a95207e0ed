import { fieldsOfVariant } from '../requests/letters/fields/variant-fields.ts'
import { formatOption, parseOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { letterTemplateWords } from './template-words.ts'
import { variantOption, variantOptions } from './variant-options.ts'

const usage = 'gongkai templates fields --kind KIND [--outcome OUTCOME]'

/** `gongkai templates fields`: what an office may write into the template of a letter, and what it must. */
export const templatesFields: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...variantOptions, lang: text, format: text } })
  const variant = variantOption(values, usage)
  const format = formatOption(values.format)
  const fields = fieldsOfVariant(variant).map(({ name, list, mandatory, article, sentences }) => ({
    field: name,
    inner: list?.inner ?? [],
    mandatory,
    article,
    says: sentences.length === 0 ? null : sentences.join(' / '),
  }))
  if (format === 'json') {
    context.out(`${JSON.stringify({ kind: variant.kind, outcome: variant.outcome, fields })}\n`)
    return 0
  }
  const words = letterTemplateWords[context.language]
  for (const { field, inner, mandatory, article, says } of fields) {
    const written =
      inner.length === 0 ? `{${field}}` : `{#${field}}${inner.map((one) => `{${one}}`).join('')}{/${field}}`
    const must = mandatory ? words.mandatory(article) : words.optional
    context.out(`${[written, must, ...(says === null ? [] : [says])].join('\t')}\n`)
  }
  return 0
}
