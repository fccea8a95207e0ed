// Suggestions while somebody types, as options of the field. Without this script the field is a field.

/** Milliseconds without a key before anything is asked. */
const pause = 150

for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-suggest]'))) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting
  let asked = 0
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void suggest(field, ++asked, (latest) => latest === asked), pause)
  })
}

/**
 * @param {HTMLInputElement} field
 * @param {number} turn
 * @param {(turn: number) => boolean} isLatest
 */
async function suggest(field, turn, isLatest) {
  const typed = field.value.trim()
  if (typed === '') return
  const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null)
  if (!answer?.ok) return
  /** @type {{ suggestions: string[] }} */
  const { suggestions } = await answer.json()
  // A slow answer to what was typed before shall not replace a later one.
  if (!isLatest(turn)) return
  field.list?.replaceChildren(
    ...suggestions.map((text) => {
      const option = document.createElement('option')
      option.value = text
      return option
    }),
  )
}
