import type { RuleWords } from './refusal-words.ts'

/** Why an act is turned down, and what to do, in English. */
export const en: RuleWords = {
  'not-in-this-phase': (d) => `As the case stands, this cannot be done: ${d.act}.`,
  'not-your-role': (d) => `Your role may not do this: ${d.act}. Ask somebody who may.`,
  'on-in-future': (d) => `${d.on} is after today and has not happened yet. Check the day.`,
  'on-before-arrival': (d) => `${d.on} is before the request arrived (${d.arrivedOn}). Check the day.`,
  'not-covered': () =>
    'It was received before 2019-05-15, when the present Regulation came into force: older law applies.',
  'text-blank': (d) => `${d.place} is blank. Fill it in, or leave the field out.`,
  'text-control-characters': (d) => `${d.place} holds control characters. Remove them and try again.`,
  'text-direction-characters': (d) =>
    `${d.place} holds ${d.character}, an invisible character that turns the direction of text, so that it is shown as something else. Delete it and try again.`,
  'secrecy-marking': (d) =>
    `${d.place} bears the marking of a secret. This system is non-secret and may not hold it; nothing was stored.`,
  'nobody-asks': () => 'There is no applicant. Give a name.',
  'applicant-twice': () => 'The same applicant stands there twice. Check the applicants.',
  'agent-without-power': () =>
    'The agent has shown no power of attorney: nothing may be given. Request a correction, and record it with that.',
  'correction-without-items': () => 'What is to be corrected is missing. List everything at once.',
  'items-too-few': () => 'A split needs two items or more.',
  'joins-itself': () => 'A request cannot be joined with itself. Check the number.',
  'dispatch-unknown': (d) => `There is no dispatch ${d.dispatch}. Check its number.`,
  'dispatch-answered': (d) => `${d.unit} has answered. Return the answer first if another one is needed.`,
  'dispatch-not-answered': (d) => `${d.unit} has not answered yet; it can be chased.`,
  'dispatch-due-passed': () => 'The day for the unit is before the dispatch. Check the day.',
  'consulted-unnamed': () => 'Say who is consulted: a third party by who it is, an agency by its name, one of the two.',
  'consultation-unknown': () => 'This party was not consulted.',
  'consultation-answered-already': () => "This party's answer is recorded already.",
  'consultation-arrived-already': (d) => `The letter is recorded as received on ${d.on}.`,
  'consultation-arrival-too-early': (d) => `That is before the letter was sent (${d.on}). Check the day.`,
  'silence-too-early': (d) => `Their period lasts until ${d.on}; silence can be recorded after it.`,
  'silence-without-period': () => 'No period is known: the day of receipt is missing, or the law sets none.',
  'objection-without-reasons': () => 'An objection needs reasons; without them the agency decides.',
  'third-party-did-not-object': () => 'This party did not object and need not be informed.',
  'third-party-informed-already': () => 'This party has been informed.',
  'third-party-not-informed': () => 'A third party objected and the reply grants: inform them in writing first.',
  'third-party-consented': () => 'Every third party consented: their rights are no ground for withholding.',
  'extension-approved-later': () =>
    'It was approved after the notice. The head of the disclosure office approves first.',
  'extension-empty': () => 'An extension is of one working day or more.',
  'reopened-period-is-set': () => 'After a remedy the decision or judgment sets the period; it cannot be moved.',
  'fee-is-nothing': () => 'By the scale nothing is to be paid. Check the number of items or pages.',
  'fee-arrived-already': () => 'The arrival of the fee notice is recorded already.',
  'ends-by-itself': () => 'No reply decides this outcome: close the case as abandoned, or for the unpaid fee.',
  'decision-without-reasons': () => 'The reasons are missing. State facts and reasons.',
  'decision-without-provision': () =>
    'How it is provided is missing: handed over, or told where and when it is to be had.',
  'decision-without-parts': () => 'What is withheld is missing. Name each part with ground and reasons.',
  'part-ground-unknown': (d) => `${d.ground} is no ground for a part. Choose one of withheld or unavailable.`,
  'not-held-without-search': () =>
    'The record of the search is missing (where, which words, who, when); or name the agency that is responsible.',
  'repeat-without-earlier-reply': () => 'The number of the earlier reply is missing.',
  'other-way-missing': () => 'The other way to get it is missing.',
  'excessive-without-justification': () =>
    'No justification was asked for, or whether it is reasonable is not recorded.',
  'unclear-without-correction': () => 'The request was never corrected. Request a correction first.',
  'own-draft': () => 'Nobody approves their own draft. Let another person approve, or record an approval on paper.',
  'approval-before-draft': (d) => `The approval is before the draft (${d.on}). Check the day.`,
  'approval-not-yours': () => 'On screen the leader or the head of the office approves; a clerk records paper only.',
  'service-before-approval': (d) => `The service is before the approval (${d.on}). Check the day.`,
  'service-not-proved': () => 'There is no proof of service yet. Record it first.',
  'proof-already': () => 'The proof of service is recorded already.',
  'letter-not-reached': () => 'The case has not come to such a letter, so none can be kept. Check the kind.',
  'letter-before-act': (d) => `That is before the act the letter tells of (${d.on}). Check the day.`,
  'letter-to-applicant': () => 'This letter goes to the applicant; leave the party out.',
  'letter-kept-already': () => 'This very letter is kept already.',
  'reply-not-approved': () =>
    'Only an approved reply is kept: approve it first. The number must be that of the approval; one that was returned cannot be kept.',
  'reopened-before-closing': (d) => `That is before the case was closed (${d.on}). Check the day.`,
  'reopening-period-over': () => 'The new period ends before the case is reopened. Check the day.',
}
