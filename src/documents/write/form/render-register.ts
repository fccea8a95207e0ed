import type { Register } from '../../../office/register.ts'
import { renderForm } from './render-form.ts'

export const registerFormats = ['xlsx', 'pdf', 'docx'] as const
export type RegisterFormat = (typeof registerFormats)[number]

/** The bytes of a list, on paper or as a workbook. */
export async function renderRegister(register: Register, format: RegisterFormat): Promise<Uint8Array> {
  if (format !== 'xlsx') return await renderForm(register, format)
  return (await import('../xlsx/register-sheet.ts')).writeRegisterXlsx(register)
}
