// A server of the public pages for benches: `portal-server.ts DATA kept|made`. Prints its port.

import { listen } from '../src/portal/listen.ts'
import { PageCache } from '../src/portal/page-cache.ts'
import { makePortal } from '../src/portal/portal.ts'
import { day } from '../src/statute/day.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { hearPublic } from '../src/storage/public-changes.ts'

const [, , dataDir = '', how] = process.argv
const storage = await openStorage({ dataDir })
const cache = new PageCache(256 * 1024 * 1024)
hearPublic(storage, {
  changed: (tags) => cache.drop(tags),
  begun: () => cache.hearAgain(),
  lost: () => cache.goDeaf(),
})
const portal = await makePortal({
  check: async () => ({ kind: 'refused', reason: '' }),
  mend: async () => new Uint8Array(),
  basePath: '/',
  healthy: async () => true,
  today: () => day('2026-11-20'),
  log: () => {},
  ...{ storage, ...(how === 'kept' && { cache }) },
})
const keepingFirst =
  how === 'kept'
    ? (...[request, response]: Parameters<typeof cache.answer>) => cache.answer(request, response)
    : undefined
const { port } = await listen(portal, '127.0.0.1', 0, keepingFirst)
console.log(port)
