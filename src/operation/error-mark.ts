/** An error as a log may hold it: what it is and where it arose. */
export type ErrorMark = {
  readonly name: string
  /** SQLSTATE, the system's own code, or the id of a refusal. */
  readonly code?: string
  /** What of the database's schema it is about. */
  readonly of: Readonly<Record<string, string>>
  /** Places in the code, innermost first. */
  readonly at: readonly string[]
  readonly cause?: ErrorMark
}

const identifier = /^[\w$.-]{1,100}$/
/** A place in a file of the program; whatever else a line of a stack is, it may have come with the message. */
const place =
  /^\s+at (?:((?:async |new )*[\w$.#<>[\] ]{1,120}) \()?((?:file:\/\/|node:|\/|[A-Za-z]:\\)[^()\n]{1,400}:\d+:\d+)\)?$/
const schemaParts = ['table', 'column', 'constraint', 'routine'] as const
const mostFrames = 30

/**
 * The mark of an error: never its message, since that may repeat what somebody typed ("… is not valid JSON", "invalid input syntax for
 * type date: …"). What it is and where it arose leads to the fault all the same.
 */
export function errorMark(error: unknown, depth = 0): ErrorMark {
  if (!(error instanceof Error)) return { name: typeof error, of: {}, at: [] }
  const told = error as Error & Readonly<Record<string, unknown>>
  const named = (value: unknown) => (typeof value === 'string' && identifier.test(value) ? value : undefined)
  const code = named(told.code) ?? named(told.id)
  const parts = schemaParts.flatMap((part) => {
    const value = named(told[part])
    return value === undefined ? [] : [[part, value] as const]
  })
  return {
    name: named(error.name) ?? 'Error',
    ...(code !== undefined && { code }),
    of: Object.fromEntries(parts),
    at: framesOf(error),
    ...(error.cause !== undefined && depth < 3 && { cause: errorMark(error.cause, depth + 1) }),
  }
}

function framesOf({ stack = '', message }: Error): readonly string[] {
  const told = stack.indexOf(message)
  const rest = message !== '' && told >= 0 ? stack.slice(told + message.length) : stack
  return rest
    .split('\n')
    .flatMap((line) => {
      const [, what, where] = place.exec(line) ?? []
      return where === undefined ? [] : [what === undefined ? where : `${what} (${where})`]
    })
    .slice(0, mostFrames)
}
