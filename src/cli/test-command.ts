import type { Language } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import type { Command } from './context.ts'

/** What a command printed, and its exit code. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs commands in tests as on a command line, on one day and over one data folder. */
export function commandRunner(
  data: string,
  today: string,
): (command: Command, args: readonly string[], account?: string, language?: Language) => Promise<Ran> {
  return async (command, args, account = 'clerk', language = 'zh-CN') => {
    const printed = { out: '', err: '' }
    const code = await command([...args, '--data', data], {
      out: (text) => {
        printed.out += text
      },
      err: (text) => {
        printed.err += text
      },
      env: {},
      account,
      today: day(today),
      language,
      colour: false,
    })
    return { code, ...printed }
  }
}
