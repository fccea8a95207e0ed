import { timelinessOf } from '../../publications/timeliness.ts'
import type { Day } from '../../statute/day.ts'
import type { PublicationPage } from '../../storage/publications/list-publications.ts'
import { type PublicationSettings, sharedPlatformOf } from '../../storage/publications/publication-settings.ts'

export type PresentedPage = ReturnType<typeof presentListed>

/** A page of items with how each stands to its period today. */
export function presentListed({ publications, next }: PublicationPage, settings: PublicationSettings, today: Day) {
  const shared = sharedPlatformOf(settings)
  return {
    publications: publications.map((one) => ({ ...one, timeliness: timelinessOf(one, shared, today) })),
    next,
  }
}
