import { normalise } from './normalise.ts'

/** What may stand between the cells of a row in a file that has neither tables nor pipes, tabs or columns. */
const SEPARATORS = [',', ';', '、'] as const
const FIGURE = /^\s*"?(?:[\d.,]*\d|[/-])?\s*"?\s*$/
/** So many rows of so many figures show that a file sets its cells apart by a mark. */
const ROWS = 8
const FIGURES = 6

/**
 * Rewrites the rows of a file whose cells are set apart by commas or the like (规章,2,0,11) so that tabs stand between
 * them. Every character becomes exactly one, so offsets stay; prose is left alone.
 */
export function separateCells(lines: readonly string[]): (normalised: string) => string {
  const plain = lines.filter((line) => line.length <= LONGEST && !/[|｜\t]/.test(line)).map(normalise)
  const separator = SEPARATORS.find(
    (mark) => plain.filter((line) => figuresOf(line, mark) >= FIGURES).length >= ROWS && !thousandsAlone(plain, mark),
  )
  if (separator === undefined) return (line) => line
  return (line) => (isRow(line, separator) ? withTabs(line, separator) : line)
}

/** 1,234 2,345 0: the commas stand within numbers that spaces set apart. */
const thousandsAlone = (lines: readonly string[], mark: string) =>
  mark === ',' && lines.filter((line) => /\d\s+\d/.test(line)).length >= ROWS

const LONGEST = 400

function figuresOf(line: string, mark: string): number {
  if (!line.includes(mark)) return 0
  return line.split(mark).filter((field) => FIGURE.test(field)).length
}

function isRow(line: string, mark: string): boolean {
  if (line.length > LONGEST || /[|\t。!?]/.test(line)) return false
  const fields = line.split(mark)
  return fields.length > 1 && FIGURE.test(fields.at(-1) ?? '')
}

/** Marks within quotes are part of a cell: "1,234". */
function withTabs(line: string, mark: string): string {
  let quoted = false
  return [...line]
    .map((character) => {
      if (character === '"') {
        quoted = !quoted
        return ' '
      }
      return character === mark && !quoted ? '\t' : character
    })
    .join('')
}
