import assert from 'node:assert/strict'
import { test } from 'node:test'
import { main } from './app.ts'

/** What a command line prints on stdout. */
async function printed(argv: readonly string[]): Promise<string> {
  const { write } = process.stdout
  let text = ''
  process.stdout.write = ((part: string) => {
    text += part
    return true
  }) as typeof write
  try {
    await main(argv)
  } finally {
    process.stdout.write = write
  }
  return text
}

test('--version alone tells the version, and before a number is an option of the command', async () => {
  assert.match(await printed(['--version']), /^gongkai \d/)
  const get = ['templates', 'get', '--agency', 'A1', '--kind', 'reply', '--version', '9', '--out', 'x.docx']
  assert.doesNotMatch(await printed([...get, '--data', '/nowhere']), /gongkai \d/)
})
