import type { OutcomeId } from '../../../statute/outcomes.ts'
import { defineLetter, type LetterDefinition } from '../define-letter.ts'
import { opening } from './opening.ts'
import { clause, found } from './punctuation.ts'
import { consultationResult, groundArticles, groundWords, replyElements } from './reply-parts.ts'

/** A reply that withholds: facts and reasons, what kind of information it is, the article, and that it is not disclosed. */
function withheld(outcome: OutcomeId, article: string, discretion: string): LetterDefinition {
  return defineLetter({
    title: '政府信息不予公开告知书',
    tells: 'decided',
    to: 'applicant',
    elements: { ...replyElements, reasons: '条例36(3)' },
    fixed: {
      ground: [
        article,
        `所申请的信息属于${groundWords[outcome]}。依照${groundArticles[outcome]}的规定，${discretion}，本机关决定不予公开。`,
      ],
    },
    paragraphs: (given, { ground }, besides) => [
      opening(given, besides),
      found(given.reasons),
      ...(outcome === 'withheld.thirdPartyRights' ? consultationResult(besides) : []),
      ground,
    ],
    contestedAs: '答复',
  })
}

const must = '该类信息不得公开'
const may = '该类信息可以不予公开'

export const withheldReplies = {
  'withheld.stateSecret': withheld('withheld.stateSecret', '条例14', must),
  'withheld.forbiddenByLaw': withheld('withheld.forbiddenByLaw', '条例14', must),
  'withheld.securityAndStability': withheld('withheld.securityAndStability', '条例14', must),
  'withheld.thirdPartyRights': withheld('withheld.thirdPartyRights', '条例15', must),
  'withheld.internalAffairs': withheld('withheld.internalAffairs', '条例16¶1', may),
  'withheld.processInformation': withheld('withheld.processInformation', '条例16¶2', may),
  'withheld.enforcementFile': withheld('withheld.enforcementFile', '条例16¶2', may),
  'withheld.administrativeInquiry': defineLetter({
    title: '政府信息公开申请告知书',
    tells: 'decided',
    to: 'applicant',
    elements: { ...replyElements, otherWay: '条例36(7)' },
    fixed: {
      ground: [
        '条例36(7)',
        '所申请的信息属于有关法律、行政法规对其获取有特别规定的信息。依照《中华人民共和国政府信息公开条例》第三十六条第七项的规定，请依照下列规定办理：',
      ],
    },
    paragraphs: (given, { ground }, besides) => [
      opening(given, besides),
      ...(besides.decision?.reasons ? [found(besides.decision.reasons)] : []),
      `${ground}${clause(given.otherWay)}。`,
    ],
    contestedAs: '答复',
  }),
} as const satisfies Partial<Record<OutcomeId, LetterDefinition>>
