// `node scripts/run.js FILE …`: runs a file of the project under a Node that is new enough for it.
import { pathToFileURL } from 'node:url'
import { isNewEnough, runUnderOwnNode } from '../bin/own-node.js'

const [, , file] = process.argv
if (!file) {
  console.error('usage: node scripts/run.js FILE [ARGUMENT…]')
  process.exitCode = 2
} else if (isNewEnough()) {
  process.argv.splice(1, 1)
  await import(pathToFileURL(file).href)
} else {
  const code = await runUnderOwnNode()
  if (code === null) console.error(`Node 22.18 or newer is needed, this is ${process.version}; run npm ci first.`)
  process.exitCode = code ?? 2
}
