import { closeReaders, readForeignReportBytes } from '../../src/documents/read-in-worker.ts'
import { showFaults } from '../../src/operation/test-log.ts'
import { listen } from '../../src/portal/listen.ts'
import { makeChecker } from '../../src/portal/make-checker.ts'
import { mender } from '../../src/portal/mender.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { day } from '../../src/statute/day.ts'

/** The portal as `gongkai serve` makes it, on a free port of this machine, without a database behind it. */
export async function servePortal(basePath = '/'): Promise<{ url: string; close: () => Promise<void> }> {
  const app = await makePortal({
    check: makeChecker(readForeignReportBytes),
    mend: mender,
    basePath,
    healthy: async () => true,
    today: () => day('2026-03-02'),
    log: showFaults,
  })
  const server = await listen(app, '127.0.0.1', 0)
  const close = async () => {
    closeReaders()
    await server.close()
  }
  return { url: `http://127.0.0.1:${server.port}${basePath}`, close }
}
