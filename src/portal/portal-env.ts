import type { PublicTag } from '../storage/public-changes.ts'

/** What routes of the portal hand to what stands around them. */
export type PortalEnv = {
  Variables: {
    /** By which the log tells this request apart from others. */
    requestId?: string
    /** Set for a page that is the same for everybody: what it was made of, and the cache's moment before it was read. */
    toKeep?: { readonly tags: readonly PublicTag[]; readonly readAt: number }
  }
}
