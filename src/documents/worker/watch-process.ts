/**
 * Runs in a thread beside the reader: it looks on while the reader's own thread is busy, and ends the process when it holds
 * too much memory, of whatever kind, or when `parent` is gone and nobody is left to read for. Its source is handed to the
 * thread as text, so it uses nothing from outside: a file of TypeScript would load a compiler a second time.
 */
export function watchProcess(memoryMb: number, parent: number): void {
  const lookEveryMs = 100
  setInterval(() => {
    const tooMuch = process.memoryUsage.rss() > memoryMb * 1024 * 1024
    if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, lookEveryMs)
}
