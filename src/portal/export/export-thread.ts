// Entry of a thread that exports addresses: it reads the same state of the database as the others, over a connection of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { openStorage, type SnapshotId, type StorageOptions } from '../../storage/open-storage.ts'
import { readPublicSnapshot } from '../../storage/publications/public-items.ts'
import { type ExportTask, makeLane } from './export-lane.ts'

export type ThreadTask = ExportTask & {
  readonly storage: Pick<StorageOptions, 'dataDir' | 'databaseUrl' | 'appDatabaseUrl'>
  readonly snapshot: SnapshotId
}

const port = parentPort
const task = workerData as ThreadTask
if (!port) throw new Error('export-thread.ts is started as a thread')

const storage = await openStorage(task.storage)
await readPublicSnapshot(storage, task.snapshot, async (trx) => {
  const exportAll = await makeLane(trx, task)
  await new Promise<void>((resolve, reject) => {
    port.on('message', (paths: readonly string[] | null) => {
      if (paths === null) resolve()
      else exportAll(paths).then((exported) => port.postMessage(exported), reject)
    })
  })
})
await storage.close()
port.close()
