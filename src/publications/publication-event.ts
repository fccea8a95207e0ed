import type { Approval } from '../office/approval.ts'
import type { FileReference } from '../office/file-reference.ts'
import type { Citation } from '../statute/citation.ts'
import type { Day } from '../statute/day.ts'
import type { Validity } from '../statute/validity.ts'
import type { Instant } from './instant.ts'
import type { ItemMetadata } from './item-metadata.ts'
import type { PersonalInformation } from './personal-information.ts'

/** 公开属性: published of the agency's own motion, given on request, or not disclosed. */
export type DisclosureAttribute = 'proactive' | 'onRequest' | 'notDisclosed'

/** 公文源头认定: what the drafting unit proposes; anything but publication needs its ground in the law, and why. */
export type AttributeProposal =
  | { readonly attribute: 'proactive' }
  | {
      readonly attribute: 'onRequest' | 'notDisclosed'
      readonly ground: Citation
      readonly reasons: string
    }

/** A file that is published with the item, under a name for the public. `original`: as it was handed in, kept inside. */
export type ItemAttachment = { readonly file: FileReference; readonly name: string; readonly original?: FileReference }

/** What is reviewed and then published as one: catalogue, text and files. `text` is the digest of a stored text. */
export type ItemContent = {
  readonly metadata: ItemMetadata
  readonly text: FileReference | null
  readonly attachments: readonly ItemAttachment[]
}

/** 保密审查 of one item (条例17): may it be public, may it not, or does somebody else have to say. */
export type SecrecyResult = 'public' | 'notPublic' | 'unsure'

/**
 * What happened to an item on its way to the public and after. `on` is the day of the act. Publication alone is dated by the
 * system: nobody can say another day.
 */
export type PublicationEvent =
  | {
      readonly type: 'proposed'
      readonly on: Day
      readonly unit: string
      /** The day the information was formed or last changed, from which its period runs (条例26). */
      readonly formedOn: Day
      readonly proposal: AttributeProposal
      readonly content: ItemContent
      readonly by: string
    }
  /** Changed in drafting, or a new version of what is published already. */
  | {
      readonly type: 'revised'
      readonly on: Day
      readonly formedOn: Day
      readonly proposal: AttributeProposal
      readonly content: ItemContent
      readonly by: string
      readonly reasons: string
    }
  | { readonly type: 'submitted'; readonly on: Day; readonly stages: readonly string[] }
  | {
      readonly type: 'secrecyReviewed'
      readonly on: Day
      readonly by: string
      readonly basis: string
      readonly result: SecrecyResult
      /** Who is asked where the result is `unsure`: the supervising office or the secrecy administration. */
      readonly referredTo: string | null
      readonly approval: Approval
      /** What looked like information of persons, and why it may be public all the same. */
      readonly personalInformation?: { readonly found: readonly PersonalInformation[]; readonly reason: string }
    }
  | {
      readonly type: 'stagePassed'
      readonly on: Day
      readonly stage: string
      readonly by: string
      readonly remarks: string | null
      readonly approval: Approval
    }
  | { readonly type: 'returned'; readonly on: Day; readonly by: string; readonly reasons: string }
  | { readonly type: 'scheduled'; readonly on: Day; readonly publishAt: Instant }
  | { readonly type: 'published'; readonly on: Day; readonly at: Instant; readonly indexNumber: string }
  /** Reviewed, and kept from the public by the ground of its proposal or of the secrecy review. */
  | { readonly type: 'keptFromPublic'; readonly on: Day }
  | {
      readonly type: 'validityChanged'
      readonly on: Day
      readonly validity: Validity
      readonly since: Day
      /** The document or decision by which, as the public reads it. */
      readonly basis: string
    }
  /** A published penalty that was changed or annulled: it has to be taken down within a period (行政处罚法48). */
  | { readonly type: 'annulled'; readonly on: Day; readonly annulledOn: Day; readonly basis: string }
  | { readonly type: 'takenDown'; readonly on: Day; readonly reasons: string }
  /** 条例18: looked at again; `nowPublic` opens it for publication. */
  | {
      readonly type: 'reassessed'
      readonly on: Day
      readonly by: string
      readonly result: 'stillNotPublic' | 'nowPublic'
      readonly reasons: string
    }
  /** On the shared platform (集约化平台) or another medium (条例23). */
  | {
      readonly type: 'publishedElsewhere'
      readonly on: Day
      readonly platform: string
      readonly address: string | null
      readonly publishedOn: Day
    }
  | { readonly type: 'dropped'; readonly on: Day; readonly reasons: string }

export type PublicationEventType = PublicationEvent['type']
export type PublicationEventOf<T extends PublicationEventType> = Extract<PublicationEvent, { type: T }>
