import type { OfficeRole } from '../../office/role.ts'
import { stageWaiting } from '../../publications/publication-case.ts'
import { sharedOn } from '../../publications/publication-listing.ts'
import { allowedPublicationActs } from '../../publications/publication-transitions.ts'
import { skippedHeadings } from '../../publications/skipped-headings.ts'
import { timelinessOf } from '../../publications/timeliness.ts'
import type { Day } from '../../statute/day.ts'
import type { LoadedPublication } from '../../storage/publications/load-publication.ts'
import type { PublicationBeside } from '../../storage/publications/publication-beside.ts'

export type PresentedPublication = ReturnType<typeof presentPublication>

/** An item as whoever works on it sees it: what it says, how far its review is, what happened, what can be done. */
export function presentPublication(
  { number, id, version, item, events }: LoadedPublication,
  { body, warnings, dueOn, withdrawBy, shared }: PublicationBeside,
  { roles, today }: { readonly roles: readonly OfficeRole[]; readonly today: Day },
) {
  const { content, draftedBy: _, stages, passed, secrecy, live, ...facts } = item
  return {
    number,
    id,
    version,
    ...facts,
    dueOn,
    withdrawBy,
    timeliness: timelinessOf({ ...facts, dueOn, sharedOn: sharedOn(item, shared?.platform ?? null) }, shared, today),
    metadata: content.metadata,
    body,
    findings: skippedHeadings(body).map((one) => ({ finding: 'headingSkipped' as const, ...one })),
    attachments: content.attachments.map((one) => ({ ...one, warnings: warnings.get(one.file) ?? [] })),
    review: {
      secrecy: secrecy && {
        result: secrecy.result,
        on: secrecy.on,
        basis: secrecy.basis,
        referredTo: secrecy.referredTo,
        personalInformation: secrecy.personalInformation ?? null,
      },
      stages,
      passed: passed.map(({ stage, on }) => ({ stage, on })),
      waiting: stageWaiting(item),
    },
    published: live && { version: live.version, at: live.at, title: live.content.metadata.title },
    events: events.map(({ version: of, actor, event }) => ({ version: of, on: event.on, type: event.type, actor })),
    allowed: allowedPublicationActs(item, roles),
  }
}
