// Makes the plain form quick: files are checked one by one as they arrive, and results appear without a reload.
import { takeDrops, takePastes } from './drop-and-paste.js'
import { makeQueue } from './file-queue.js'

/** @typedef {import('../words/zh-cn.ts').Words['script']} ScriptWords */
/** @typedef {(file: File, slot: string, settings: FormData, words: ScriptWords) => Promise<string>} CheckOne gives the markup of one result */

/** A file that could not be checked; the message is the sentence to show. */
export class Unchecked extends Error {}

/**
 * @param {HTMLFormElement} form
 * @param {CheckOne} checkOne
 */
export function enhance(form, checkOne) {
  document.documentElement.classList.add('scripted')
  /** @type {ScriptWords} */
  const words = JSON.parse(form.dataset.words ?? '')
  const chooser = /** @type {HTMLInputElement} */ (part('files'))
  const pasted = /** @type {HTMLTextAreaElement} */ (part('pasted'))
  const previous = /** @type {HTMLInputElement} */ (part('previous'))
  const queue = makeQueue(2)
  /** @type {File[]} */
  let held = []
  let slots = 0
  let done = 0
  /** A clear or a new check makes answers of the one before it worthless. */
  let round = 0

  takeDrops(part('drop-zone'), add)
  takePastes((number) => fill(words.pastedName, { number }), add)
  chooser.addEventListener('change', () => {
    add([...(chooser.files ?? [])])
    chooser.value = ''
  })
  part('clear').addEventListener('click', () => {
    restart()
    held = []
    part('results').hidden = true
    part('what').hidden = false
    part('submit').textContent = words.submit
    chooser.focus()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const text = pasted.value.trim()
    pasted.value = ''
    if (text !== '') return add([new File([text], `${fill(words.pastedName, { number: 1 })}.txt`)])
    if (held.length === 0) return complain(words.nothingChosen)
    const again = held
    restart()
    held = []
    add(again)
  })
  window.addEventListener('hashchange', openTarget)

  /** @param {File[]} files */
  function add(files) {
    complain(null)
    if (files.length === 0) return
    if (previous.files?.length && held.length + files.length > 1) return complain(words.previousNeedsOne)
    held = [...held, ...files]
    part('results').hidden = false
    part('what').hidden = true
    part('clear').hidden = false
    part('submit').textContent = words.again
    const settings = settingsNow()
    for (const file of files) start(file, settings)
    showProgress()
    part('results-title').focus({ preventScroll: true })
    part('results-title').scrollIntoView({ block: 'start' })
  }

  /** @param {File} file @param {FormData} settings */
  function start(file, settings) {
    slots += 1
    const slot = `f${slots}`
    const mine = round
    const card = pendingCard(file.name, words.waiting)
    part('result-places').append(card)
    queue(async () => {
      if (mine !== round) return
      setState(card, words.checking, 'checking')
      const result = await checkOne(file, slot, settings, words).then(fragment, (error) => {
        if (error instanceof Unchecked) return refusedCard(file.name, words.refused, error.message)
        throw error
      })
      if (mine !== round) return
      card.replaceWith(result)
      done += 1
      finished(file.name, result)
    })
  }

  /** @param {string} name @param {HTMLElement} result */
  function finished(name, result) {
    showProgress()
    if (done < held.length) return
    if (held.length > 1) return announce(fill(words.allFinished, { total: held.length }))
    announce(fill(words.finished, { name, result: result.dataset.verdict ?? '' }))
    if (result instanceof HTMLDetailsElement) result.open = true
    const head = /** @type {HTMLElement | null} */ (result.querySelector('summary'))
    ;(head ?? result).focus()
  }

  function showProgress() {
    const bar = /** @type {HTMLProgressElement} */ (part('progress-bar'))
    bar.hidden = held.length < 2 || done === held.length
    bar.max = Math.max(held.length, 1)
    bar.value = done
    const told = fill(words.progress, { done, total: held.length })
    const refused = part('result-places').querySelector(':scope > .result-refused') !== null
    part('progress').textContent = done === held.length && (held.length > 1 || refused) ? `${told} ${tally()}` : told
  }

  /** How many of several files have errors, and how many could not be checked. */
  function tally() {
    const places = part('result-places')
    const refused = places.querySelectorAll(':scope > .result-refused').length
    const failing = places.querySelectorAll(':scope > .result:not(.result-refused) > .result-head .badge-error').length
    return fill(refused > 0 ? words.tallyRefused : words.tally, { failing, refused })
  }
  function restart() {
    round += 1
    done = 0
    part('result-places').replaceChildren()
  }

  /** What the form says besides its files. */
  function settingsNow() {
    const settings = new FormData(form)
    settings.delete('files')
    settings.delete('pasted')
    return settings
  }
}

/** @param {string} id @returns {HTMLElement} */
function part(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no #${id}`)
  return found
}

/** @param {string} template @param {Record<string, string | number>} values */
function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))
}

/** @param {string | null} sentence */
function complain(sentence) {
  part('complaint').textContent = sentence
  part('complaint').hidden = sentence === null
}

/** @param {string} sentence */
function announce(sentence) {
  part('announcer').textContent = sentence
}

/** Our own rendered markup, escaped where it was made. @param {string} markup @returns {HTMLElement} */
function fragment(markup) {
  const template = document.createElement('template')
  template.innerHTML = markup
  const [result] = template.content.children
  if (!(result instanceof HTMLElement)) throw new Error('the answer holds no result')
  return result
}

/** @param {string} name @param {string} state */
function pendingCard(name, state) {
  const card = element('div', 'result result-pending')
  const head = element('div', 'result-head')
  head.append(element('h3', '', name), element('p', 'state', state))
  card.append(head)
  return card
}

/** @param {HTMLElement} card @param {string} text @param {string} state */
function setState(card, text, state) {
  const place = card.querySelector('.state')
  if (!place) return
  place.textContent = text
  place.className = `state state-${state}`
}

/** @param {string} name @param {string} word @param {string} sentence */
function refusedCard(name, word, sentence) {
  const card = pendingCard(name, '')
  card.className = 'result result-refused'
  card.tabIndex = -1
  card.dataset.verdict = word
  card.querySelector('.state')?.replaceWith(element('p', 'badge badge-error', word))
  card.append(element('p', 'refusal', sentence))
  return card
}

/** @param {string} tag @param {string} classes @param {string} [text] */
function element(tag, classes, text) {
  const made = document.createElement(tag)
  made.className = classes
  if (text !== undefined) made.textContent = text
  return made
}

/** A mark may lead into a folded part: unfold it, then go there. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!target) return
  for (let at = target.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true
  target.scrollIntoView({ block: 'nearest' })
}
