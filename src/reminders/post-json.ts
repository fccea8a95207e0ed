import type { DeliveryProblem } from '../requests/reminders/delivery-problem.ts'
import { patienceMs } from './patience.ts'
import { isCertificate } from './send-mail.ts'

/** As much of an answer as is read: a robot says what is wrong in a line. */
const mostAnswerBytes = 64 * 1024

/** Posts JSON to exactly this URL; gives the beginning of the answer, or what went wrong. No redirect is followed. */
export async function postJson(
  url: string,
  body: unknown,
  stopped: AbortSignal,
): Promise<{ readonly problem: DeliveryProblem } | { readonly problem: null; readonly answer: string }> {
  const patience = AbortSignal.timeout(patienceMs)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'gongkai' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([patience, stopped]),
    })
    const text = await beginningOf(answer)
    if (answer.status >= 300 && answer.status < 400) return { problem: { is: 'redirected', status: answer.status } }
    if (!answer.ok) return { problem: { is: 'status', status: answer.status } }
    return { problem: null, answer: text }
  } catch (error) {
    if (stopped.aborted) return { problem: { is: 'stopped' } }
    if (patience.aborted) return { problem: { is: 'timedOut' } }
    const code = codeOf(error)
    return { problem: isCertificate(code) ? { is: 'certificate' } : { is: 'unreachable', code } }
  }
}

async function beginningOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  // Leaving the loop early cancels the rest, however much of it there is.
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= mostAnswerBytes) break
  }
  return Buffer.concat(chunks).subarray(0, mostAnswerBytes).toString('utf8')
}

/** The system's name of an error, which holds no address. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null
  for (const one of [cause, error])
    if (typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string') return one.code
  return error instanceof Error ? error.name : 'unknown'
}
