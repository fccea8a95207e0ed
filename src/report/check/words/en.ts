import { placeOf } from '../place-of.ts'
import type { IdentityEvidence, RuleFinding, Term } from '../rule.ts'
import type { RuleWords, Said } from './said.ts'

const tables = {
  proactive: 'Table in section 2 (proactive disclosure)',
  requests: 'Table in section 3 (disclosure requests)',
  remedies: 'Table in section 4 (reconsideration and litigation)',
} as const

/** Where a finding stands, with the labels of the form. */
export function placeEn(where: string): string {
  const place = placeOf(where)
  switch (place.kind) {
    case 'cell':
      return `“${place.row} × ${place.column}”`
    case 'row':
      return `Row “${place.row}”`
    case 'column':
      return `Column “${place.column}”`
    case 'table':
      return tables[place.table]
    case 'text':
      return place.section === 0 ? 'Title and lead' : `Section ${place.section}`
    case 'file':
      return 'The file'
  }
}

const sum = (terms: readonly Term[]) =>
  terms.length === 0
    ? '0'
    : terms.map(({ value }, i) => (i === 0 ? `${value}` : value < 0 ? ` - ${-value}` : ` + ${value}`)).join('')

const side = (terms: readonly Term[], total: number | undefined) =>
  terms.length > 1 ? `${sum(terms)} = ${total}` : `${total}`

/** An identity that fails, or that cannot be decided because of the cells named. */
function identity(
  finding: {
    readonly where: string
    readonly left?: number
    readonly right?: number
    readonly evidence: IdentityEvidence
  },
  words: { readonly formula: string; readonly left: string; readonly right: string; readonly mend: string },
): Said {
  const { evidence, left, right, where } = finding
  if (evidence.uncertain.length > 0) {
    return {
      message: `${placeEn(where)} cannot be checked (${words.formula}): no usable figure in ${listCells(evidence.uncertain)}.`,
      suggestion: 'Fill these cells in (0 where there was nothing) and check again.',
    }
  }
  return {
    message: `${placeEn(where)} does not balance: ${words.left} ${side(evidence.terms.left, left)}, ${words.right} ${side(evidence.terms.right, right)} (${words.formula}).`,
    suggestion: words.mend,
  }
}

function listCells(cells: readonly string[]): string {
  const shown = cells.slice(0, 3).map(placeEn).join(', ')
  return cells.length > 3 ? `${shown} and ${cells.length - 3} more` : shown
}

const replace = ({ found, proposed }: { found: string; proposed?: string }) =>
  proposed === undefined ? undefined : proposed === '' ? `Remove “${found}”.` : `Write “${proposed}”.`

const said = (message: string, suggestion: string | undefined): Said =>
  suggestion === undefined ? { message } : { message, suggestion }

const topics: Readonly<Record<string, string>> = {
  received: 'requests received',
  newlyReceived: 'requests newly received',
  carriedIn: 'carried in',
  answered: 'answered',
  carriedOut: 'carried out',
  granted: 'granted',
  partlyGranted: 'partly granted',
  withheld: 'withheld',
  unavailable: 'unavailable',
  rejected: 'rejected',
  other: 'otherwise ended',
  naturalPerson: 'requests of natural persons',
  organisations: 'requests of organisations',
  business: 'requests of businesses',
  researchInstitute: 'requests of research institutes',
  socialWelfare: 'requests of social welfare organisations',
  legalService: 'requests of legal service bodies',
}
const topicEn = (topic: string) =>
  topic
    .split('+')
    .map((part) => topics[part] ?? part)
    .join(' and ')

const remedies = {
  reconsideration: 'reconsideration cases',
  litigation: 'lawsuits',
  remedies: 'reconsideration cases and lawsuits',
} as const

const titleProblems: Readonly<Record<'missing' | 'words' | 'agency' | 'year', (found: string) => string>> = {
  missing: () => 'No title was found.',
  words: (found) => `The title “${found}” is not the prescribed 政府信息公开工作年度报告.`,
  agency: (found) => `The title “${found}” does not name the agency.`,
  year: (found) => `The title “${found}” does not name the year.`,
}

const residues = {
  bookmark: 'a Word bookmark was left in the text',
  field: 'a Word field code was left in the text',
  reference: 'a broken reference was left in the text',
  placeholder: 'a placeholder was not filled in',
  hint: 'a hint of the template was not removed',
  markup: 'web page code was left in the text',
  encoding: 'there are garbled characters',
} as const

/** English words of every rule. */
export const en: RuleWords = {
  K1: (finding) =>
    identity(finding, {
      formula: 'received + carried in = total + carried out',
      left: 'received + carried in',
      right: 'total + carried out',
      mend: 'Compare this column with the ledger and correct it.',
    }),
  K2: (finding) =>
    identity(finding, {
      formula: 'total = sum of the 21 outcome rows',
      left: 'total',
      right: 'sum of the rows',
      mend: 'Check the outcomes and the total of this column.',
    }),
  K3: (finding) =>
    identity(finding, {
      formula: 'total = natural persons + five kinds of organisation',
      left: 'total',
      right: 'sum of the columns',
      mend: 'Check the applicants and the total of this row.',
    }),
  K5: (finding) =>
    identity(finding, {
      formula: 'total = upheld + overturned + other result + pending',
      left: 'total',
      right: 'sum of the four',
      mend: 'Check the cases and the total of this group.',
    }),
  K6: ({ where, evidence }) => ({
    message: `${placeEn(where)} holds ${evidence.text}: ${evidence.problem === 'negative' ? 'a negative number' : 'counts are whole numbers'}.`,
    suggestion: 'Correct it from the original figures.',
  }),
  K4: (finding) =>
    identity(finding, {
      formula: "carried in = last year's carried out",
      left: 'this report',
      right: "last year's report",
      mend: 'Check both years; say so where functions moved between agencies.',
    }),
  K7: ({ where, left, right, evidence }) => ({
    message: `${placeEn(where)} says “${evidence.found}”, that is ${topicEn(evidence.topic)} ${left}; the table says ${right}.`,
    suggestion: 'Make words and table agree, or say what the figure covers.',
  }),
  K8: ({ where, left, right, evidence }) => ({
    message: `${placeEn(where)} says “${evidence.found}”, that is ${left} ${remedies[evidence.topic]}; the table of section 4 says ${right}.`,
    suggestion: 'Make words and table agree, or say what the figure covers.',
  }),
  K9: ({ where, left, evidence }) => ({
    message: `${left} requests lapsed for an unpaid fee, but ${placeEn(where).toLowerCase()} ${evidence.notices === 'denied' ? 'says that no fee notice was sent' : 'mentions no fee notice'}.`,
    suggestion: 'State the notices sent, their sum and the sum collected, or correct the table.',
  }),
  K11: (finding) =>
    identity(finding, {
      formula: 'in force = in force last year + issued - repealed',
      left: 'in force',
      right: 'expected',
      mend: 'Check it; documents that expired or were classed anew explain a difference.',
    }),
  K10: (finding) => {
    const base = identity(finding, {
      formula: 'government = sum of its agencies',
      left: 'government',
      right: 'sum of the agencies',
      mend: 'Check the totals, or ask the agencies to correct theirs.',
    })
    const names = finding.evidence.agencies.filter(Boolean)
    return names.length === 0
      ? base
      : {
          message: `${placeEn(finding.where)} cannot be added up: no usable figure from ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}.`,
          suggestion: 'Ask these agencies to fill in their figures.',
        }
  },
  title: ({ evidence }) => said(titleProblems[evidence.problem](evidence.found), titleMend(evidence)),
  'year-mismatch': ({ where, evidence }) => ({
    message: `${placeEn(where)} says “${evidence.found}”, which is not the year of this report.`,
    suggestion: `Write “${evidence.proposed}” if this year is meant.`,
  }),
  'heading-missing': ({ evidence }) => ({
    message: `The section “${evidence.heading}” is missing.`,
    suggestion: 'Add it; where there is nothing to report, say so.',
  }),
  'heading-order': ({ evidence }) => ({
    message: `The sections stand in the order ${evidence.found.join(', ')}.`,
    suggestion: 'Put them in the order 1 to 6.',
  }),
  'heading-number': ({ evidence }) => ({
    message: `The heading “${evidence.heading}” is numbered “${evidence.found}”.`,
    suggestion: `Number it “${evidence.proposed}”.`,
  }),
  'five-aspects': ({ evidence }) => ({
    message: `Section 1 does not speak of ${evidence.missing.join(', ')}.`,
    suggestion: 'It owes five aspects: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.',
  }),
  'fee-statement': () => ({
    message: 'Nothing is said about processing fees (信息处理费).',
    suggestion: 'State in section 6 the notices sent, their sum and the sum collected, or that no fee was collected.',
  }),
  residue: ({ where, evidence }) =>
    said(
      `${placeEn(where)}: ${residues[evidence.kind]}: “${evidence.found}”.`,
      replace(evidence) ?? 'Fill it in or remove it.',
    ),
  'wrong-level': ({ where, evidence }) => ({
    message: `${placeEn(where)} says “${evidence.found}”: ${evidence.claimed} work in the report of a ${evidence.own} agency.`,
    suggestion: 'Speak of the work of this agency; such phrases are often copied from a report above.',
  }),
  repetition: ({ where, evidence }) =>
    said(`${placeEn(where)}: “${evidence.found}” repeats itself.`, replace(evidence)),
  usage: ({ where, evidence }) => said(`${placeEn(where)}: “${evidence.found}” is the wrong word.`, replace(evidence)),
  'blank-cells': ({ where, evidence }) => ({
    message:
      evidence.count === evidence.of
        ? `${placeEn(where)}: all ${evidence.of} cells are blank.`
        : `${placeEn(where)}: ${evidence.count} of ${evidence.of} cells are blank: ${listCells(evidence.cells)}.`,
    suggestion: 'Enter 0 where there was nothing, once somebody has confirmed it.',
  }),
  'old-form': ({ where, evidence }) => ({
    message:
      evidence.sign === 'rows'
        ? `${placeEn(where)} follows the form of 2019.`
        : `${placeEn(where)} cites “${evidence.found}”, which 国办公开办函〔2021〕30号 replaced.`,
    suggestion: 'Use the form of 国办公开办函〔2021〕30号.',
  }),
  accountability: ({ evidence }) => ({
    message: `A government's report owes a word on ${evidence.missing.join(', ')}.`,
    suggestion: 'Add the results of assessment, social appraisal and accountability (Regulation, article 50).',
  }),
  'narrative-sum': ({ where, left, right, evidence }) => ({
    message:
      evidence.problem === 'sum'
        ? `${placeEn(where)}: the parts of “${evidence.found}” come to ${evidence.parts.join(' + ')} = ${right}, the whole is ${left}.`
        : `${placeEn(where)}: “${evidence.found}” says ${left}%, the counts give ${right}%.`,
    suggestion: 'Check the parts against the whole.',
  }),
  'rate-100': ({ where, right, evidence }) => ({
    message: `${placeEn(where)} says “${evidence.found}”, but ${right} requests were carried over.`,
    suggestion: 'If all were answered in time, say 按时办结率100%.',
  }),
  late: ({ evidence }) => ({
    message: `Published on ${evidence.publishedOn}, after ${evidence.deadline}${evidence.binding ? ' (Regulation, article 49)' : ''}.`,
    suggestion: evidence.binding
      ? 'Explain the delay and publish in time next year.'
      : 'No day binds townships, but the county needs the figures earlier.',
  }),
  copied: ({ evidence }) => ({
    message: `“${evidence.heading}” is ${evidence.similarity}% the same as last year's.`,
    suggestion: 'Write it anew from what happened this year.',
  }),
}

function titleMend({ proposed }: RuleFinding<'title'>['evidence']): string {
  return proposed !== undefined
    ? `Write “${proposed}”.`
    : 'The title names the agency, the year and 政府信息公开工作年度报告.'
}
