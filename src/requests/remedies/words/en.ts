import type { RemedyWords } from './remedy-words.ts'

/** Remedies in English. */
export const en: RemedyWords = {
  why(reason, worked) {
    const madeUp = worked.length === 0 ? '' : ` (${worked.join(', ')} worked in place of a holiday, counted)`
    switch (reason.is) {
      case 'copyReceived':
        return 'day on which the copy came, not counted'
      case 'counted': {
        const unit = reason.unit === 'workingDays' ? 'working day' : 'day'
        const rest = reason.unit === 'workingDays' ? '' : ', rest days among them'
        return reason.first === reason.last
          ? `${unit} ${reason.first}${rest}${madeUp}`
          : `${unit}s ${reason.first} to ${reason.last}${rest}${madeUp}`
      }
      case 'countedAsSimple':
        return `working days 1 to ${reason.last}, while the procedure was simple; they count after the conversion too${madeUp}`
      case 'rolled':
        return 'the last day is a rest day: it rolls to the next working day'
    }
  },
  kinds: {
    reconsideration: 'reconsideration',
    litigationDirect: 'litigation without reconsideration',
    litigationAfterReconsideration: 'litigation after reconsideration',
  },
  procedures: { ordinary: 'ordinary procedure', simple: 'simple procedure' },
  states: {
    filed: 'no copy received yet',
    awaitingAnswer: 'to be answered',
    answered: 'answered',
    concluded: 'concluded',
  },
  results: { upheld: 'upheld', overturned: 'overturned', otherResult: 'other result' },
  rawResults: {
    affirmed: 'affirmed',
    claimsRejected: 'claims rejected',
    changed: 'changed',
    annulled: 'annulled',
    partlyAnnulled: 'partly annulled',
    foundUnlawful: 'found unlawful',
    orderedToPerform: 'ordered to perform',
    foundVoid: 'found void',
    requestRejected: 'request for reconsideration rejected',
    dismissed: 'dismissed',
    notAccepted: 'not accepted',
    mediated: 'settled by mediation',
    filingWithdrawn: 'withdrawn',
    terminated: 'terminated',
    otherwiseEnded: 'ended otherwise',
  },
  doubtfulPath:
    'The reply to this request withheld information under 条例14 to 条例16: since 1 January 2024 reconsideration comes first (行政复议法23¶1(4)). Check the kind of the case.',
  fields: {
    caseNumber: 'case number',
    requestNumber: 'request',
    kind: 'kind',
    body: 'body or court',
    procedure: 'procedure',
    filedOn: 'filed on',
    copyReceivedOn: 'copy received on',
    convertedOn: 'converted on',
    answeredOn: 'answered on',
    concludedOn: 'concluded on',
    rawResult: 'decision',
    result: 'counted as',
    coDefendant: 'co-defendant as the reconsideration body',
  },
}
