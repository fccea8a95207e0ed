import type { Language } from '../refusals/refusal.ts'
import type { Day } from '../statute/day.ts'

/** What a command gets from the world around it. Nothing else is read from the process. */
export type CommandContext = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** Name of the account this process runs under. */
  readonly account: string
  /** Today in Beijing. */
  readonly today: Day
  readonly language: Language
  /** True when `out` is a terminal that shows colours. */
  readonly colour: boolean
  /** Puts these words in the place of the last ones, '' for none; absent where stderr is no terminal. */
  readonly progress?: (words: string) => void
}

/**
 * A command: its words after the name, the world, and the exit code: 0 fine, 1 a finding of severity error that fails,
 * 2 could not run. Throws `Refusal` for bad input; the caller prints it.
 */
export type Command = (args: readonly string[], context: CommandContext) => Promise<number>
