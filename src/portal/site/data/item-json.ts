import type { z } from 'zod'
import type { Trx } from '../../../storage/open-storage.ts'
import { findPublicItem, type PublicAgency } from '../../../storage/publications/public-items.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import { listedItem } from './items-json.ts'
import type { itemSchema } from './schemas.ts'
import { webHref } from './web-href.ts'

/** One published item, or the trace of one that was withdrawn, as programs are told it; null where there is none. */
export async function itemJson(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  id: string,
): Promise<z.output<typeof itemSchema> | null> {
  const found = await findPublicItem(trx, id)
  const agency = agencies.find((one) => one.id === found?.agencyId)
  if (!found || !agency) return null
  const { takenDownOn, takedownReasons, body, files } = found
  return {
    ...listedItem(view, agency.code, found),
    ...(takenDownOn !== null && { summary: null }),
    jointMakers: [...found.jointMakers],
    keywords: [...found.keywords],
    validitySince: found.validitySince,
    validityBasis: found.validityBasis,
    validUntil: found.validUntil,
    withdrawn: takenDownOn === null ? null : { on: takenDownOn, reasons: takedownReasons ?? '' },
    body: body === null ? null : body.map((block) => ({ ...block })),
    files: files.map(({ digest, name, mediaType, bytes }) => ({
      ...{ digest, name, mediaType, bytes },
      address: webHref(view, addresses.file(id, digest, name)),
    })),
    interprets: found.interprets.map((one) => one.id),
    interpretedBy: found.interpretedBy.map((one) => one.id),
  }
}
