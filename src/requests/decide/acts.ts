import { archive } from './closing/archive.ts'
import { proveService } from './closing/prove-service.ts'
import { reopen } from './closing/reopen.ts'
import { withdraw } from './closing/withdraw.ts'
import { confirmConsultation } from './consulting/confirm-consultation.ts'
import { consult } from './consulting/consult.ts'
import { informThirdParty } from './consulting/inform-third-party.ts'
import { recordAnswer } from './consulting/record-answer.ts'
import { recordSilence } from './consulting/record-silence.ts'
import type { Act } from './decided.ts'
import { approve } from './deciding/approve.ts'
import { decide } from './deciding/decide.ts'
import { returnDecision } from './deciding/return-decision.ts'
import { serve } from './deciding/serve.ts'
import { answerDispatch } from './handling/answer-dispatch.ts'
import { askJustification } from './handling/ask-justification.ts'
import { chaseDispatch } from './handling/chase-dispatch.ts'
import { confirmFeeNotice } from './handling/confirm-fee-notice.ts'
import { dispatch } from './handling/dispatch.ts'
import { extend } from './handling/extend.ts'
import { keepLetter } from './handling/keep-letter.ts'
import { lapseFee } from './handling/lapse-fee.ts'
import { notifyFee } from './handling/notify-fee.ts'
import { postpone } from './handling/postpone.ts'
import { recordJustification } from './handling/record-justification.ts'
import { recordPayment } from './handling/record-payment.ts'
import { returnDispatch } from './handling/return-dispatch.ts'
import { reviewLegally } from './handling/review-legally.ts'
import { abandon } from './intake/abandon.ts'
import { confirmReceipt } from './intake/confirm-receipt.ts'
import { join } from './intake/join.ts'
import { listItems } from './intake/list-items.ts'
import { receiveCorrection } from './intake/receive-correction.ts'
import { requestCorrection } from './intake/request-correction.ts'
import type { RequestCommandType } from './request-command.ts'

/** Every act on a case that exists, one file each. */
export const acts: { readonly [T in Exclude<RequestCommandType, 'register'>]: Act<T> } = {
  confirmReceipt,
  requestCorrection,
  receiveCorrection,
  abandon,
  listItems,
  join,
  dispatch,
  chaseDispatch,
  answerDispatch,
  returnDispatch,
  reviewLegally,
  consult,
  confirmConsultation,
  recordAnswer,
  recordSilence,
  informThirdParty,
  askJustification,
  recordJustification,
  postpone,
  extend,
  notifyFee,
  confirmFeeNotice,
  recordPayment,
  lapseFee,
  decide,
  returnDecision,
  approve,
  serve,
  proveService,
  keepLetter,
  withdraw,
  reopen,
  archive,
}
