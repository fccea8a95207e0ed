import { requestColumns } from '../../../statute/form-2021.ts'
import type { Rule } from '../rule.ts'
import { statutoryIdentity } from '../statutory-identity.ts'
import { checkIdentity } from './identity.ts'

const identity = statutoryIdentity('K1')

/** 第一项加第二项之和，等于第三项加第四项之和: printed on the form itself. */
export const k1: Rule<'K1'> = {
  id: 'K1',
  severity: 'error',
  sources: [identity.citation],
  check: (report) =>
    requestColumns.flatMap(({ id: column }) => {
      const at = (row: 'received' | 'carriedIn' | 'total' | 'carriedOut') =>
        ({ at: { table: 'requests', row, column } }) as const
      return checkIdentity(report, {
        where: `requests[][${column}]`,
        left: [at('received'), at('carriedIn')],
        right: [at('total'), at('carriedOut')],
        formula: identity.formula,
      })
    }),
}
