import { officeRoles } from '../office/role.ts'
import { ownUnit } from '../publications/words/own-unit.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import {
  acceptByDraft,
  decideProposal,
  findProposals,
  listProposals,
  type PublicationProposed,
  recordSuggestion,
} from '../storage/publications/publication-proposals.ts'
import type { Trx } from '../storage/storage.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { refusedInWords } from './requests-act.ts'

const usage =
  'gongkai publications proposals list|find|suggest|accept|dismiss [NUMBER] --agency CODE [--request NUMBER --subject TEXT] [--reason TEXT] [--answer TEXT] [--publication NUMBER | --subject TITLE --unit UNIT]'

/** `gongkai publications proposals`: what several asked for, or an applicant suggests to publish (条例44). */
export const publicationsProposals: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      ...storageOptions,
      ...{ agency: text, request: text, subject: text, reason: text, answer: text, publication: text, unit: text },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const [what, number = ''] = positionals
  const on = context.today
  const needed = (option: 'request' | 'subject' | 'reason') =>
    requiredOption(values[option]?.trim(), `--${option}`, usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const perform = async (trx: Trx) => {
      const of = async (numbers: readonly string[]) =>
        (await listProposals(trx, agency.id, {})).filter((one) => numbers.includes(one.number))
      const answer = values.answer?.trim() || null
      switch (what) {
        case 'list':
          return await listProposals(trx, agency.id, {})
        case 'find':
          return await of(await findProposals(trx, agency.id, on))
        case 'suggest':
          return await of([
            await recordSuggestion(trx, agency.id, { on, request: needed('request'), subject: needed('subject') }),
          ])
        case 'dismiss':
          return [
            await decideProposal(trx, agency.id, number, { on, reason: needed('reason'), answer, publication: null }),
          ]
        case 'accept': {
          const publication = values.publication?.trim() || null
          const decision = { on, reason: needed('reason'), answer }
          if (publication !== null) return [await decideProposal(trx, agency.id, number, { ...decision, publication })]
          const [subject, unit] = [values.subject?.trim() || null, values.unit?.trim() || ownUnit]
          const acting = { today: on, roles: officeRoles }
          return [await acceptByDraft(trx, agency.id, number, { ...decision, subject, unit }, acting)]
        }
        default:
          throw new Refusal('missing-argument', { name: 'list|find|suggest|accept|dismiss', usage })
      }
    }
    const shown = await refusedInWords(context, () => storage.transact(who, perform))
    if (!shown) return 2
    const chinese = context.language === 'zh-CN'
    const none = chinese ? '没有主动公开建议。\n' : 'There is no proposal.\n'
    const lines = shown.map((one) => `${inText(one, chinese)}\n`).join('')
    context.out(format === 'json' ? `${JSON.stringify({ proposals: shown })}\n` : lines || none)
    return 0
  })
}

function inText(
  { number, kind, madeOn, applicants, requests, state, subject, publication }: PublicationProposed,
  chinese: boolean,
) {
  const states = chinese
    ? { open: '待处理', accepted: '已采纳', dismissed: '不采纳' }
    : { open: 'open', accepted: 'accepted', dismissed: 'dismissed' }
  const why = chinese
    ? { several: `${applicants} 人申请同一信息`, suggestion: '申请人建议' }
    : { several: `${applicants} applicants for the same`, suggestion: 'suggested by an applicant' }
  return [number, madeOn, states[state], why[kind], requests.join(' '), subject ?? '', publication ?? '']
    .join('\t')
    .trimEnd()
}
