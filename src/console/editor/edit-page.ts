import { itemText } from '../../portal/site/components/item-text.ts'
import type { ItemBody } from '../../publications/item-body.ts'
import { type EditorLanguage, editorWords } from './editor-words.ts'
import { mount } from './mount.ts'

type Draft = { readonly version: number; readonly body: ItemBody }
type Conflict = Draft & { readonly who: string }

const language: EditorLanguage = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
const words = editorWords[language]
const find = (id: string) => document.getElementById(id) as HTMLElement
const state = find('state')
const preview = find('preview')
const area = find('editor')

const draft = (await (await fetch('draft')).json()) as Draft
let seen = draft.version
let dirty = false

/** The markup is our own component's, which escapes every word: the page of the portal shows the same. */
const shown = (body: ItemBody) => String(itemText(body, (digest) => `picture/${digest}`))

const editor = mount(area, draft.body, changed, {
  words,
  language,
  storePicture: async (file) => {
    const answer = await fetch(`picture?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    if (!answer.ok) throw new Error(await answer.text())
    return await answer.text()
  },
  told: (text) => say(text),
  pasted: (notes) => say(words.pasted + notes.map(({ detail, note }) => detail || note).join('；')),
})

function say(text: string): void {
  state.textContent = text
}

function changed(): void {
  dirty = true
  say(words.unsaved)
}

async function save(): Promise<void> {
  const body = editor.body()
  const answer = await fetch('draft', { method: 'POST', body: JSON.stringify({ seen, body }) })
  if (answer.status === 409) return conflict((await answer.json()) as Conflict)
  if (!answer.ok) return say(words.failed + (await answer.text()))
  seen = ((await answer.json()) as { version: number }).version
  dirty = false
  find('conflict').replaceChildren()
  say(words.saved(seen))
}

/** Nothing is lost: the words here stay, those saved by somebody else are shown, and only a second save covers them. */
function conflict({ version, body, who }: Conflict): void {
  const place = find('conflict')
  const told = document.createElement('p')
  told.setAttribute('role', 'alert')
  told.textContent = words.changed(who)
  const again = document.createElement('button')
  again.type = 'button'
  again.textContent = words.mine
  again.addEventListener('click', () => {
    seen = version
    void save()
  })
  const heading = document.createElement('h2')
  heading.textContent = words.theirs
  const theirs = document.createElement('div')
  theirs.innerHTML = shown(body)
  place.replaceChildren(told, again, heading, theirs)
  say(words.unsaved)
}

find('save').addEventListener('click', () => void save())
find('show').addEventListener('click', () => {
  const showing = preview.hidden
  if (showing) preview.innerHTML = shown(editor.body())
  preview.hidden = !showing
  area.hidden = showing
  find('show').textContent = showing ? words.edit : words.preview
})
addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault()
    void save()
  }
})
addEventListener('beforeunload', (event) => {
  if (dirty) event.preventDefault()
})
editor.focus()
