import { errorCode } from './error-code.ts'

/** True when the server went away under a query, rather than answered with an error. */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error)
  if (code !== null) return ['EPIPE', 'ECONNRESET', '57P01', '57P02', '57P03'].includes(code)
  return error instanceof Error && /^Connection terminated|not queryable/.test(error.message)
}
