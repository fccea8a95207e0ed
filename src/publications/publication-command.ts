import type { Day } from '../statute/day.ts'
import type { PublicationEventOf, PublicationEventType } from './publication-event.ts'

/** An act that says just what its event will say. */
type Of<T extends string, E extends PublicationEventType> = { readonly type: T } & Omit<PublicationEventOf<E>, 'type'>

/** What somebody wants done with an item. Who acts, and the instant of a publication, come from the system. */
export type PublicationCommand =
  | Omit<Of<'propose', 'proposed'>, 'by'>
  | Omit<Of<'revise', 'revised'>, 'by'>
  | { readonly type: 'submit'; readonly on: Day }
  | (Omit<Of<'reviewSecrecy', 'secrecyReviewed'>, 'by' | 'personalInformation'> & {
      /** Why what looks like information of persons may be public. */
      readonly acknowledgePersonalInformation?: string | null
    })
  | Omit<Of<'passStage', 'stagePassed'>, 'by' | 'stage'>
  | Omit<Of<'return', 'returned'>, 'by'>
  | Of<'schedule', 'scheduled'>
  | { readonly type: 'publish'; readonly on: Day }
  | { readonly type: 'keepFromPublic'; readonly on: Day }
  | Of<'changeValidity', 'validityChanged'>
  | Of<'recordAnnulment', 'annulled'>
  | Of<'takeDown', 'takenDown'>
  | Omit<Of<'reassess', 'reassessed'>, 'by'>
  | Of<'recordElsewhere', 'publishedElsewhere'>
  | Of<'drop', 'dropped'>

export type PublicationCommandType = PublicationCommand['type']
export type PublicationCommandOf<T extends PublicationCommandType> = Extract<PublicationCommand, { type: T }>

/** The stored files that an act names. Figures of a text are looked up when the text is stored. */
export function filesInPublication(command: PublicationCommand): readonly string[] {
  switch (command.type) {
    case 'propose':
    case 'revise':
      return command.content.attachments.map(({ file }) => file)
    case 'reviewSecrecy':
    case 'passStage':
      return command.approval.medium === 'onPaper' ? [command.approval.scan] : []
    default:
      return []
  }
}
