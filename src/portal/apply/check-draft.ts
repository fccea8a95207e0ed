import { inspectText } from '../../office/inspect-text.ts'
import { type Draft, mostContent, type PersonFields } from './draft.ts'

/** The steps of the form in their order. */
export const steps = ['who', 'what', 'how', 'check'] as const
export type Step = (typeof steps)[number]

/** What is wrong with a draft: where, by the id of the field, and what, by the name of a sentence. */
export type DraftProblem = {
  readonly step: Step
  readonly field: string
  readonly says: ProblemName
  readonly of: string | null
}

export type ProblemName =
  | 'kind'
  | 'name'
  | 'documentKind'
  | 'documentNumber'
  | 'identityCard'
  | 'creditCode'
  | 'contact'
  | 'email'
  | 'phone'
  | 'legalRepresentative'
  | 'addressForPost'
  | 'emailForWay'
  | 'identityFile'
  | 'agentIdentityFile'
  | 'powerFile'
  | 'content'
  | 'contentLong'
  | 'form'
  | 'by'
  | 'secrecy'
  | 'unfit'

/** Everything that is still missing or wrong, in the order of the form. */
export function problemsOf(draft: Draft): readonly DraftProblem[] {
  const { people, agent, files } = draft
  const has = (purpose: string) => files.some((file) => file.purpose === purpose)
  const natural = draft.applicantKind === 'naturalPerson'
  const who: (Omit<DraftProblem, 'step'> | false)[] = [
    draft.applicantKind === null && { field: 'kind', says: 'kind', of: null },
    ...people.flatMap((person, at) => personProblems(person, `p${at + 1}-`, natural, at === 0)),
    !has('identity') && { field: 'identity', says: 'identityFile', of: null },
    ...(agent ? personProblems(agent, 'agent-', true, true) : []),
    agent !== null && !has('agentIdentity') && { field: 'agentIdentity', says: 'agentIdentityFile', of: null },
    agent !== null && !has('powerOfAttorney') && { field: 'powerOfAttorney', says: 'powerFile', of: null },
  ]
  const text = draft.content === '' ? null : inspectText(draft.content)
  const what: (Omit<DraftProblem, 'step'> | false)[] = [
    draft.content === '' && { field: 'content', says: 'content', of: null },
    draft.content.length > mostContent && { field: 'content', says: 'contentLong', of: null },
    text !== null && { field: 'content', says: text.rule === 'secrecy-marking' ? 'secrecy' : 'unfit', of: null },
  ]
  const [first] = people
  const how: (Omit<DraftProblem, 'step'> | false)[] = [
    draft.form === null && { field: 'form', says: 'form', of: null },
    draft.by === null && { field: 'by', says: 'by', of: null },
    draft.by === 'post' && first?.address === '' && { field: 'by', says: 'addressForPost', of: null },
    draft.by === 'email' && first?.email === '' && { field: 'by', says: 'emailForWay', of: null },
  ]
  const of = (step: Step, all: typeof who) => all.filter((one) => one !== false).map((one) => ({ step, ...one }))
  return [...of('who', who), ...of('what', what), ...of('how', how)]
}

function personProblems(
  person: PersonFields,
  prefix: string,
  natural: boolean,
  main: boolean,
): readonly Omit<DraftProblem, 'step'>[] {
  const found: Omit<DraftProblem, 'step'>[] = []
  const say = (field: keyof PersonFields, says: ProblemName) =>
    found.push({ field: prefix + field, says, of: person.name === '' ? null : person.name })
  if (person.name === '') say('name', 'name')
  if (natural && !['identityCard', 'passport', 'other'].includes(person.documentKind))
    say('documentKind', 'documentKind')
  if (person.documentNumber === '') say('documentNumber', 'documentNumber')
  else if (natural && person.documentKind === 'identityCard' && !isIdentityCard(person.documentNumber))
    say('documentNumber', 'identityCard')
  else if (!natural && !/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(person.documentNumber.toUpperCase()))
    say('documentNumber', 'creditCode')
  if (!natural && person.legalRepresentative === '') say('legalRepresentative', 'legalRepresentative')
  if (person.phone !== '' && !/^[+\d][\d\s()-]{4,30}$/.test(person.phone)) say('phone', 'phone')
  if (person.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person.email)) say('email', 'email')
  if (main && person.phone === '' && person.email === '' && person.address === '') say('phone', 'contact')
  for (const [field, value] of Object.entries(person)) {
    const objection = value === '' ? null : inspectText(value)
    // A line is a line: what is printed on letters has no line feeds.
    if (objection ?? (value.includes('\n') || null))
      say(field as keyof PersonFields, objection?.rule === 'secrecy-marking' ? 'secrecy' : 'unfit')
  }
  return found
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Eighteen places with the check sign of GB 11643: a mistyped number is told at once. */
function isIdentityCard(number: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase()
}
