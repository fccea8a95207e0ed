import type { z } from 'zod'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import type { agenciesSchema } from './schemas.ts'
import { webHref } from './web-href.ts'

/** Who publishes here, as programs are told it. */
export function agenciesJson(view: SiteView, agencies: readonly PublicAgency[]): z.output<typeof agenciesSchema> {
  const codes = new Map(agencies.map(({ id, code }) => [id, code]))
  return {
    agencies: agencies.map(({ code, name, level, kind, parentId }) => ({
      ...{ code, name, level, kind },
      parent: parentId === null ? null : (codes.get(parentId) ?? null),
      page: webHref(view, addresses.agency(code)),
    })),
  }
}
