import type { RefusalWords } from './refusal.ts'

export const en: RefusalWords = {
  'unknown-command': (d) => `There is no command "${d.command}". Run gongkai help for the list.`,
  'bad-option': (d) => `Bad option: ${d.reason}. Run gongkai help for the usage.`,
  'missing-argument': (d) => `Missing argument ${d.name}. Usage: ${d.usage}`,
}
