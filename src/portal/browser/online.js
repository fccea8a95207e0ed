// The page as the server answers it: each file is posted to the form's own address, and the part that comes back is shown.
import { enhance, Unchecked } from './check-files.js'

const form = /** @type {HTMLFormElement | null} */ (document.getElementById('check-form'))

if (form) {
  enhance(form, async (file, slot, settings, words) => {
    const body = new FormData()
    for (const [name, value] of settings) body.append(name, value)
    body.append('files', file)
    const address = new URL(form.action)
    address.searchParams.set('part', 'result')
    address.searchParams.set('slot', slot)
    const answer = await fetch(address, { method: 'POST', body }).catch(() => null)
    if (answer === null) throw new Unchecked(words.connectionLost)
    const text = await answer.text()
    if (answer.ok) return text
    throw new Unchecked(answer.headers.get('content-type')?.startsWith('text/plain') ? text : words.connectionLost)
  })
}
