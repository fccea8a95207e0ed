import type { ProblemWords, WarningWords } from './problem-words.ts'

const quote = (text: string) => (text === '' ? '' : ` "${text}"`)

export const problemsEn: ProblemWords = {
  required: (p) => `${p.column} must not be empty`,
  formula: (p) => `${p.column} is a formula; formulas are never imported, paste it as a value`,
  cellError: (p) => `${p.column} is a spreadsheet error${quote(p.value)}`,
  notADay: (p) =>
    `${p.column}${quote(p.value)} is no day, or there is no such day; write 2025-03-03, 2025/3/3 or 2025年3月3日`,
  noDateStyle: (p) =>
    `${p.column} is a number${quote(p.value)} without a date format; format the cell as a date or write 2025-03-03`,
  future: (p) => `${p.column}${quote(p.value)} is after today (${p.allowed[0]})`,
  notAllowedWord: (p) => `${p.column}${quote(p.value)} is not an allowed word; allowed: ${p.allowed.join(' | ')}`,
  notWhole: (p) => `${p.column}${quote(p.value)} is no whole number; allowed: ${p.allowed[0]} to ${p.allowed[1]}`,
  outOfRange: (p) =>
    p.allowed.length > 0
      ? `${p.column}${quote(p.value)} is out of range; allowed: ${p.allowed[0]} to ${p.allowed[1]}`
      : `${p.column}${quote(p.value)} is out of range`,
  notMoney: (p) => `${p.column}${quote(p.value)} is no amount of money; write digits only, not below 0`,
  finerThanCent: (p) => `${p.column}${quote(p.value)} is finer than a cent`,
  tooLong: (p) => `${p.column} is too long; at most ${p.allowed[0]} characters`,
  controlCharacter: (p) => `${p.column} holds an invisible control character; type it anew`,
  onlyOneOf: (p) => `${p.other} is filled but ${p.column} is not; fill both or neither`,
  needs: (p) => `${p.other} is filled, so ${p.column} must be filled too`,
  before: (p) => `${p.column}${quote(p.value)} is before ${p.other} (${p.allowed[0]})`,
  notCovered: (p) =>
    `${p.column}${quote(p.value)} is before ${p.allowed[0]}: the present Regulation does not cover it, it cannot be entered`,
  duplicateKey: (p) => `${p.column}${quote(p.value)} is the same as in row ${p.allowed[0]}`,
  differsFromStored: (p) =>
    `${p.column}${quote(p.value)} is stored already with other content (${p.allowed.join(', ')}); add --update to change it`,
  replyMovedToLaterYear: (p) =>
    `moving ${p.column} from ${p.allowed[0]} to${quote(p.value)}, a later year, would count the case twice; ` +
    'for a case reopened after a remedy keep the first reply and fill 重新处理日期',
  managedHere: (p) => `${p.column}${quote(p.value)} is handled in this system; a file no longer changes it`,
}

export const warningsEn: WarningWords = {
  unknownColumn: (value) => `unknown column "${value}" was not imported`,
  unknownSheet: (value) => `unknown sheet "${value}" was not imported`,
  unknownRequest: (value) => `request "${value}" is not in the ledger; please check`,
  madeElsewhere: (value) => `lead maker is "${value}": the document does not count at this agency`,
  kindAgainstName: () => 'the applicant kind is natural person, but the name looks like an organisation; please check',
  feeLapseWithoutNotice: () => 'closed for an unpaid fee, but no day of a fee notice is given; please check',
}
