import { shortLine } from '../requests/words/short-line.ts'
import { outcomes } from '../statute/outcomes.ts'
import { requireAgency } from '../storage/agencies.ts'
import { casesOfSame, type SameApplicant } from '../storage/requests/same-applicant.ts'
import type { Command, CommandContext } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { subjectOptions } from './subject-options.ts'

const usage = 'gongkai requests same-applicant NUMBER --agency CODE'

/** `gongkai requests same-applicant`: other cases of the one who applied, for repeats and for the fee of the month. */
export const requestsSameApplicant: Command = async (args, context) => {
  const { code, subject: number, format } = subjectOptions(args, 'NUMBER', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const same = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      casesOfSame(trx, agency.id, number),
    )
    context.out(format === 'json' ? `${JSON.stringify({ number, ...same })}\n` : inText(same, context))
    return 0
  })
}

function inText({ requests, month }: SameApplicant, { language }: CommandContext): string {
  const words = language === 'en' ? english : chinese
  const lines = requests.map((one) =>
    [
      ...[one.number, one.arrivedOn, words[one.by], `${one.items}`],
      outcomes.find(({ id }) => id === one.outcome)?.words ?? '',
      ...[one.documentNumber ?? '', shortLine(one.content ?? '', 60)],
    ].join('\t'),
  )
  return `${[...(lines.length > 0 ? [words.heads.join('\t'), ...lines] : [words.none]), words.month(month.month, month.already)].join('\n')}\n`
}

const chinese = {
  heads: ['编号', '收到日期', '依据', '件数', '办理结果', '文号', '申请内容'],
  document: '证件号码相同',
  name: '姓名或名称相同（可能不是同一人）',
  none: '没有同一申请人的其他申请。',
  month: (month: string, already: number) => `${month} 在此之前已申请 ${already} 件（按件收费从下一件算起）`,
}

const english = {
  heads: ['number', 'arrived', 'found by', 'items', 'outcome', 'document number', 'content'],
  document: 'equal document',
  name: 'equal name (may be somebody else)',
  none: 'No other request of this applicant.',
  month: (month: string, already: number) =>
    `${month}: ${already} items before this one (the fee by items counts on from there)`,
}
