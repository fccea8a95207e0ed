import { Refusal } from '../refusals/refusal.ts'

/** A code that others can type and a table can show: letters and digits, with . _ - between them. */
export function agencyCode(code: string): string {
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,62}[\p{L}\p{N}])?$/u.test(code))
    throw new Refusal('agency-code-form', { code })
  return code
}

/** A name in one line. */
export function agencyName(name: string): string {
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name) || name.length > 200) throw new Refusal('agency-name-form')
  return name
}
