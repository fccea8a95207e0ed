import type { EditorWords } from './editor-words.ts'

type Field = {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'number' | 'file'
  readonly value?: string
}

/** Asks for a few fields in a dialog; null where it was left. `accept` says what is wrong with them, or null. */
export function ask(
  words: EditorWords,
  title: string,
  fields: readonly Field[],
  accept: (given: FormData) => string | null,
): Promise<FormData | null> {
  const dialog = document.createElement('dialog')
  dialog.className = 'ask'
  dialog.setAttribute('aria-label', title)
  const form = document.createElement('form')
  form.method = 'dialog'
  for (const { name, label, type, value = '' } of fields) {
    const row = document.createElement('label')
    row.textContent = label
    const input = document.createElement('input')
    input.name = name
    input.type = type
    if (type === 'file') input.accept = 'image/png,image/jpeg'
    else input.value = value
    row.append(input)
    form.append(row)
  }
  const wrong = document.createElement('p')
  wrong.setAttribute('role', 'alert')
  const ok = document.createElement('button')
  ok.textContent = words.ok
  const cancel = document.createElement('button')
  cancel.type = 'button'
  cancel.textContent = words.cancel
  form.append(wrong, ok, cancel)
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  return new Promise((resolve) => {
    let given: FormData | null = null
    cancel.addEventListener('click', () => dialog.close())
    form.addEventListener('submit', (event) => {
      const data = new FormData(form)
      const complaint = accept(data)
      wrong.textContent = complaint ?? ''
      if (complaint === null) given = data
      else event.preventDefault()
    })
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(given)
    })
  })
}
