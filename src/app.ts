import type { Command, CommandContext } from './cli/context.ts'
import { help } from './cli/help.ts'
import { type Language, Refusal } from './refusals/refusal.ts'
import { day } from './statute/day.ts'

/** Every command, loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {}

/** Runs one command line and gives the exit code of the contract. */
export async function main(argv: readonly string[]): Promise<number> {
  const context = contextOf(argv)
  try {
    const { load, rest } = findCommand(argv)
    const command = await load()
    return await command(rest, context)
  } catch (error) {
    if (error instanceof Refusal) {
      context.err(`${error.words(context.language)}\n`)
      return 2
    }
    throw error
  }
}

function findCommand(argv: readonly string[]): { load: () => Promise<Command>; rest: readonly string[] } {
  const [first, second] = argv
  if (first === undefined || first === 'help' || first === '--help') return { load: async () => help, rest: [] }
  for (const [name, used] of [
    [`${first} ${second}`, 2],
    [first, 1],
  ] as const) {
    const load = commands[name]
    if (load) return { load, rest: argv.slice(used) }
  }
  throw new Refusal('unknown-command', { command: second ? `${first} ${second}` : first })
}

function contextOf(argv: readonly string[]): CommandContext {
  const place = argv.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const asked = place < 0 ? undefined : (argv[place]?.split('=')[1] ?? argv[place + 1])
  const language: Language = asked === 'en' ? 'en' : 'zh-CN'
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    today: day(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)),
    language,
    colour: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
  }
}
