import type { Register } from '../../../office/register.ts'

/** The bytes of a form. Throws Refusal `missing-glyph` for what a pdf cannot show. */
export async function renderForm(form: Register, format: 'docx' | 'pdf'): Promise<Uint8Array> {
  // Each writer is loaded only when its format is asked for: the packages behind them are large.
  if (format === 'pdf') {
    const [{ setStanding }, { registerPaper }] = await Promise.all([
      import('../pdf/write-pdf-apart.ts'),
      import('../pdf/register-paper.ts'),
    ])
    return await setStanding({ volume: registerPaper(form) })
  }
  return await (await import('./form-docx.ts')).writeFormDocx(form)
}
