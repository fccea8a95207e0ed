// The form of a request: the security check is done unseen, and items that are public already are shown while somebody types.
// Without this script the form asks a question instead, and shows such items on the next page.

const robot = document.getElementById('robot')
if (robot) solve(robot)

const content = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('content'))
const similar = document.getElementById('similar')
if (content && similar?.dataset.similar) suggest(content, similar, similar.dataset.similar)

const summary = /** @type {HTMLElement | null} */ (document.querySelector('.problem-summary'))
summary?.focus()

/** @param {HTMLElement} place */
function solve(place) {
  const state = document.getElementById('robot-state')
  const question = document.getElementById('robot-question')
  const answer = /** @type {HTMLInputElement | null} */ (document.getElementById('altcha'))
  const challenge = place.dataset.challenge
  // Browsers do such work only on pages that came safely, or from this machine.
  if (!state || !question || !answer || !challenge || !globalThis.isSecureContext) return
  const show = (/** @type {string | undefined} */ words) => {
    state.textContent = words ?? ''
    state.hidden = false
  }
  show(place.dataset.working)
  question.hidden = true
  const worker = new Worker(new URL('./apply-worker.js', import.meta.url), { type: 'module' })
  const giveUp = () => {
    worker.terminate()
    state.hidden = true
    question.hidden = false
  }
  worker.addEventListener('error', giveUp)
  worker.addEventListener('message', ({ data }) => {
    if (data === null) return giveUp()
    worker.terminate()
    answer.value = btoa(JSON.stringify({ challenge: JSON.parse(challenge), solution: data }))
    show(place.dataset.done)
  })
  worker.postMessage(JSON.parse(challenge))
  // Whoever is faster than the work waits for it.
  answer.form?.addEventListener('submit', (event) => {
    if (answer.value !== '' || !question.hidden) return
    event.preventDefault()
    const form = answer.form
    worker.addEventListener('message', ({ data }) => data !== null && form?.requestSubmit())
  })
}

/**
 * @param {HTMLTextAreaElement} area
 * @param {HTMLElement} place
 * @param {string} address
 */
function suggest(area, place, address) {
  let waiting = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined)
  area.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const body = new URLSearchParams({ content: area.value.slice(0, 2000) })
      const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
      if (answer?.ok) place.innerHTML = await answer.text()
    }, 600)
  })
}
