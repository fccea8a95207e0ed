import type { Act } from '../decided.ts'
import { owedDispatch } from './owed-dispatch.ts'

/** 业务科室答复: opinion, proposed outcome, material, and how it was searched for. */
export const answerDispatch: Act<'answerDispatch'> = (request, command) =>
  owedDispatch(request, command.dispatch) ?? [{ ...command, type: 'dispatchAnswered' }]
