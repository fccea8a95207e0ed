import { existsSync } from 'node:fs'
import { after } from 'node:test'
import type { Language } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { openStorage, type Storage } from '../storage/open-storage.ts'
import { keyFile } from '../storage/secrets/installation-key.ts'
import type { Command } from './context.ts'

/** What a command printed, and its exit code. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string }

/**
 * Runs commands in tests as on a command line, on one day and over one data folder. Its server runs on between them, until the
 * tests of the file are through: make the runner before the hook that takes the folder away.
 */
export function commandRunner(
  data: string,
  today: string,
): (command: Command, args: readonly string[], account?: string, language?: Language) => Promise<Ran> {
  let held: Promise<Storage> | null = null
  after(async () => {
    await (await held)?.close()
  })
  return async (command, args, account = 'clerk', language = 'zh-CN') => {
    if (existsSync(keyFile(data))) held ??= openStorage({ dataDir: data })
    await held
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
