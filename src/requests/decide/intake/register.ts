import { isCovered } from '../../../statute/coverage.ts'
import type { EventOf } from '../../events/request-event.ts'
import type { Objection } from '../decided.ts'
import type { CommandOf } from '../request-command.ts'

/** 登记: a request has arrived. Who asks is told by reference; an agent may bring the power of attorney later (条例29). */
export function register(command: CommandOf<'register'>): readonly [EventOf<'registered'>] | Objection {
  if (!isCovered(command.on)) return { rule: 'not-covered' }
  if (command.applicants.length === 0) return { rule: 'nobody-asks' }
  if (new Set(command.applicants).size < command.applicants.length) return { rule: 'applicant-twice' }
  return [{ ...command, type: 'registered' }]
}
