// Works through tasks in the order they came, a few at a time.

/**
 * @param {number} width how many tasks run side by side
 * @returns {(task: () => Promise<void>) => void}
 */
export function makeQueue(width) {
  /** @type {(() => Promise<void>)[]} */
  const waiting = []
  let running = 0

  function next() {
    const task = running < width ? waiting.shift() : undefined
    if (!task) return
    running += 1
    task().finally(() => {
      running -= 1
      next()
    })
  }

  return (task) => {
    waiting.push(task)
    next()
  }
}
