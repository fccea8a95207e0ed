import type { RequestListing } from '../../requests/case/listing-of.ts'
import { dbColumn } from '../ledger/ledger-mapping.ts'

/** A listing as the columns of `request`. */
export function listingRow(listing: RequestListing): Readonly<Record<string, string | number | boolean | null>> {
  return Object.fromEntries(Object.entries(listing).map(([id, value]) => [dbColumn(id), value]))
}
