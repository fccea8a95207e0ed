// A thread beside the reader: it looks on while the reader's own thread is busy, and ends the process when it holds too
// much memory, of whatever kind, or when nobody is left to read for.
import { workerData } from 'node:worker_threads'

const { memoryMb, parent } = workerData as { readonly memoryMb: number; readonly parent: number }
const lookEveryMs = 100

setInterval(() => {
  const tooMuch = process.memoryUsage.rss() > memoryMb * 1024 * 1024
  if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, lookEveryMs)
