import { randomUUID } from 'node:crypto'

/** A name for one request, in the log and on the page of whoever meets a fault. */
export const newRequestId = (): string => randomUUID().slice(0, 8)
