// Entry of the process in which the files of a volume are opened and bound. They are foreign: the process may read its own
// modules and nothing else of any use (see bind-apart.ts), and a watcher ends it when it takes too much memory.
import { Worker } from 'node:worker_threads'
import { limits } from '../limits.ts'
import { Binder } from '../write/volume/binder.ts'
import type { BindingAnswer, BindingTask } from './binding-task.ts'
import { watchProcess } from './watch-process.ts'

const binder = new Binder()

process.on('message', (task: BindingTask) => {
  void answer(task).then((one) => process.send?.(one))
})
process.on('disconnect', () => process.exit())

const watcher = new Worker(`(${watchProcess})(${limits.bindingMemoryMb}, ${process.ppid})`, { eval: true })
watcher.unref()

async function answer(task: BindingTask): Promise<BindingAnswer> {
  try {
    if ('take' in task) {
      const { bytes, mediaType, attach } = task.take
      return { kind: 'taken', taken: await binder.take(bytes, mediaType, attach) }
    }
    return { kind: 'bound', bytes: await binder.bind(task.bind) }
  } catch (error) {
    return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
