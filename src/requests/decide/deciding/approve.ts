import type { Act } from '../decided.ts'

/**
 * 审批: on screen by a second person, or on paper, when anybody may record the scan of what was signed. The letter gets its
 * number (文号) with it.
 */
export const approve: Act<'approve'> = ({ decision }, { on, approval, documentNumber }, { actor, roles }) => {
  if (decision && on < decision.on) return { rule: 'approval-before-draft', details: { on: decision.on } }
  if (approval.medium === 'onScreen') {
    if (!roles.includes('leader') && !roles.includes('officeHead')) return { rule: 'approval-not-yours' }
    if (decision?.by === actor) return { rule: 'own-draft' }
  }
  return [{ type: 'approved', on, approval, documentNumber }]
}
