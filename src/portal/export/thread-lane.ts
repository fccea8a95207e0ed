import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { siblingModule } from '../../documents/worker/sibling-module.ts'
import type { Lane } from './export-lane.ts'
import type { ThreadTask } from './export-thread.ts'
import type { Exported } from './page-exporter.ts'

/** Pages are large and gone at once: room for many of them before what is left is moved (megabytes). */
const resourceLimits = { maxYoungGenerationSizeMb: 96 }

/** A lane in a thread of its own. `end` lets it close its connection. */
export function startThreadLane(task: ThreadTask): { readonly lane: Lane; readonly end: () => Promise<void> } {
  const worker = new Worker(siblingModule('./export-thread', import.meta.url), {
    workerData: task,
    execArgv: [],
    resourceLimits,
  })
  const broken = once(worker, 'exit').then(([code]) => {
    throw new Error(`an export thread ended with ${code}`)
  })
  broken.catch(() => {})
  return {
    async lane(paths) {
      const answered = once(worker, 'message')
      worker.postMessage(paths)
      const [exported] = await Promise.race([answered, broken])
      return exported as readonly Exported[]
    },
    async end() {
      worker.postMessage(null)
      await broken.catch(() => {})
    },
  }
}
