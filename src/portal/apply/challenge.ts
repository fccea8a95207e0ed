import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { newSecret } from '../../storage/apply/portal-digests.ts'

/** How long a challenge or question may wait for its answer, in seconds: as long as somebody reads through the last page. */
export const challengeSeconds = 30 * 60

/** Some 256 tries of 5,000 rounds on average: about a second of a phone, and nothing anybody has to do. */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5000, keyPrefix: '00' } as const

/** A piece of work for a browser, signed, and for so long only. */
export async function newChallenge(secret: string): Promise<Challenge> {
  return await createChallenge({
    ...work,
    deriveKey,
    expiresAt: Math.floor(Date.now() / 1000) + challengeSeconds,
    hmacSignatureSecret: secret,
  })
}

/** What was answered: the mark by which an answer is spent, or null where it is none. */
export async function answeredChallenge(secret: string, payload: string): Promise<string | null> {
  const read = readPayload(payload)
  if (!read) return null
  const { verified } = await verifySolution({ ...read, deriveKey, hmacSignatureSecret: secret })
  const { algorithm, cost, keyPrefix } = read.challenge.parameters
  const ours = algorithm === work.algorithm && cost === work.cost && keyPrefix === work.keyPrefix
  return verified && ours ? `challenge ${read.challenge.signature}` : null
}

/** A payload is a challenge of ours with a solution, as JSON in base64. Whatever else it is, it is none. */
function readPayload(payload: string): { challenge: Challenge; solution: Solution } | null {
  if (payload.length > 4000) return null
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
    const parameters = challenge?.parameters
    if (typeof challenge?.signature !== 'string' || !/^[0-9a-f]{64}$/.test(challenge.signature)) return null
    if (typeof parameters?.expiresAt !== 'number' || !/^[0-9a-f]{32}$/.test(String(parameters.nonce))) return null
    if (!/^[0-9a-f]{32}$/.test(String(parameters.salt)) || parameters.keyLength !== 32) return null
    // Before anything is derived: nobody makes us do more work than we asked for.
    if (parameters.cost !== work.cost) return null
    return { challenge, solution }
  } catch {
    return null
  }
}

/** A sum for whoever has no script: what to add up, and a token that says so to us and to nobody else. */
export type Question = { readonly left: number; readonly right: number; readonly token: string }

export function newQuestion(secret: string, now = Date.now()): Question {
  const [left, right] = [randomInt(2, 10), randomInt(11, 20)]
  const expires = Math.floor(now / 1000) + challengeSeconds
  const head = `${expires}.${newSecret()}`
  return { left, right, token: `${head}.${seal(secret, head, left + right)}` }
}

/** The mark by which the question is spent, and whether the answer is right; null where it is no question of ours, or too old. */
export function answeredQuestion(
  secret: string,
  token: string,
  typed: string,
  now = Date.now(),
): { readonly spend: string; readonly right: boolean } | null {
  const [, expires, nonce, sealed = ''] = /^(\d{1,12})\.([\w-]{43})\.([0-9a-f]{64})$/.exec(token) ?? []
  if (!nonce || Number(expires) < now / 1000) return null
  const answer = Number.parseInt(typed.normalize('NFKC').trim(), 10)
  const told = seal(secret, `${expires}.${nonce}`, Number.isNaN(answer) ? -1 : answer)
  return { spend: `question ${nonce}`, right: timingSafeEqual(Buffer.from(told), Buffer.from(sealed)) }
}

function seal(secret: string, head: string, answer: number): string {
  return createHmac('sha256', secret).update(`question\n${head}\n${answer}`).digest('hex')
}
