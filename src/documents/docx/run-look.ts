import { raiseDigits } from '../flow/raise-digits.ts'
import { isOn } from './on-off.ts'

/** Of the look of characters what decides whether and as what they are read. */
export type RunLook = {
  readonly vanish?: boolean
  readonly strike?: boolean
  readonly dstrike?: boolean
  readonly raised?: boolean
  readonly bold?: boolean
}

/** `look` with what a property of `w:rPr` adds to it; the same object when it says nothing to us. */
export function withProperty(look: RunLook, name: string, value: string | undefined): RunLook {
  switch (name) {
    case 'w:vanish':
      return { ...look, vanish: isOn(value) }
    case 'w:strike':
      return { ...look, strike: isOn(value) }
    case 'w:dstrike':
      return { ...look, dstrike: isOn(value) }
    case 'w:b':
      return { ...look, bold: isOn(value) }
    case 'w:vertAlign':
      return { ...look, raised: value === 'superscript' }
    default:
      return look
  }
}

/** Characters as a reader takes them: hidden and struck-out ones are void, raised digits are no digits of a number. */
export function asSeen(chars: string, { vanish, strike, dstrike, raised }: RunLook): string {
  if (vanish || strike || dstrike) return ''
  return raised ? raiseDigits(chars) : chars
}
