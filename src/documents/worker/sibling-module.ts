import { extname } from 'node:path'

/** The URL of a module beside the caller's, `.ts` in the source tree and `.js` in the built package. */
export function siblingModule(name: string, callerUrl: string): URL {
  return new URL(name + extname(new URL(callerUrl).pathname), callerUrl)
}
