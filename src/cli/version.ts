import manifest from '../../package.json' with { type: 'json' }
import type { Command } from './context.ts'

/** `gongkai version`: the version of this program and of the Node it runs under. */
export const version: Command = async (_args, context) => {
  context.out(`gongkai ${manifest.version} (Node ${process.versions.node})\n`)
  return 0
}
