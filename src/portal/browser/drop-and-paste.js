// Files that are dropped anywhere on the page, and reports that are pasted out of Word or WPS.

/**
 * @param {HTMLElement} zone shows that a drop would be taken
 * @param {(files: File[]) => void} take
 */
export function takeDrops(zone, take) {
  let depth = 0
  const bringsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false
  const light = (/** @type {boolean} */ on) => zone.classList.toggle('is-over', on)

  document.addEventListener('dragenter', (event) => {
    if (!bringsFiles(event)) return
    depth += 1
    light(true)
  })
  document.addEventListener('dragleave', (event) => {
    if (!bringsFiles(event)) return
    depth -= 1
    if (depth === 0) light(false)
  })
  document.addEventListener('dragover', (event) => {
    if (bringsFiles(event)) event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    if (!bringsFiles(event)) return
    event.preventDefault()
    depth = 0
    light(false)
    take([...(event.dataTransfer?.files ?? [])])
  })
}

/**
 * A paste that brings files or tables is a report; other text goes into the text box as usual.
 * @param {(number: number) => string} nameOf
 * @param {(files: File[]) => void} take
 */
export function takePastes(nameOf, take) {
  let count = 0
  document.addEventListener('paste', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    if (target?.closest('input, select')) return
    const files = [...(event.clipboardData?.files ?? [])]
    const markup = event.clipboardData?.getData('text/html') ?? ''
    // Word puts a picture of the selection beside its HTML: the HTML is the report.
    if (/<table/i.test(markup)) {
      event.preventDefault()
      count += 1
      const page = `<!doctype html><meta charset="utf-8">${markup}`
      take([new File([page], `${nameOf(count)}.html`, { type: 'text/html' })])
    } else if (files.length > 0) {
      event.preventDefault()
      take(files)
    }
  })
}
