import type { Act } from '../decided.ts'

/** 延长答复期限: approved by the head of the disclosure office, and told before the period is over (条例33¶2). */
export const extend: Act<'extend'> = ({ reopening }, command) => {
  if (reopening) return { rule: 'reopened-period-is-set' }
  if (command.workingDays < 1) return { rule: 'extension-empty' }
  if (command.approvedOn > command.on) return { rule: 'extension-approved-later' }
  return [{ ...command, type: 'extended' }]
}
