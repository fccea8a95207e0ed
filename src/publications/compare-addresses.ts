/** An address where an item was said to be, and one that a platform lists. */
export type RecordedAddress = { readonly number: string; readonly title: string; readonly address: string | null }
export type ListedAddress = { readonly row: number; readonly address: string; readonly title: string | null }

export type AddressDifference =
  /** Recorded, and the platform no longer lists it. */
  | { readonly is: 'gone'; readonly number: string; readonly title: string; readonly address: string }
  /** Put there, and no address was recorded; `address`: what the platform lists under its title. */
  | { readonly is: 'noAddress'; readonly number: string; readonly title: string; readonly address: string | null }
  /** Listed there, and recorded with no item. */
  | { readonly is: 'unknown'; readonly row: number; readonly title: string | null; readonly address: string }
  | {
      readonly is: 'otherTitle'
      readonly number: string
      readonly title: string
      readonly address: string
      readonly listed: string
    }

/** What differs between the addresses that were recorded and the list that a platform gives out. */
export function compareAddresses(
  recorded: readonly RecordedAddress[],
  listed: readonly ListedAddress[],
): readonly AddressDifference[] {
  const byAddress = new Map(listed.map((one) => [plainAddress(one.address), one]))
  const byTitle = new Map(listed.flatMap((one) => (one.title === null ? [] : [[plainTitle(one.title), one] as const])))
  const known = new Set<string>()
  const differences: AddressDifference[] = []
  for (const { number, title, address } of recorded) {
    if (address === null) {
      const found = byTitle.get(plainTitle(title))
      if (found) known.add(plainAddress(found.address))
      differences.push({ is: 'noAddress', number, title, address: found?.address ?? null })
      continue
    }
    const key = plainAddress(address)
    const found = byAddress.get(key)
    known.add(key)
    if (!found) differences.push({ is: 'gone', number, title, address })
    else if (found.title !== null && plainTitle(found.title) !== plainTitle(title))
      differences.push({ is: 'otherTitle', number, title, address, listed: found.title })
  }
  for (const { row, address, title } of listed)
    if (!known.has(plainAddress(address))) differences.push({ is: 'unknown', row, title, address })
  return differences
}

/** http and https, a last slash and the part behind # make no other page. */
function plainAddress(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .toLowerCase()
}

function plainTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s/g, '').toLowerCase()
}
