// Search over the files of an exported site: pairs of characters lead to items, which are shown newest first.

/** @typedef {{ items: number, inFile: number, pairs: number }} Index */
/** @typedef {[id: string, title: string, number: string, agency: string, day: string, validity: string]} Shown */

/** The same as the server's, so that both sides have the same pairs. @param {string} text */
export function foldText(text) {
  return text.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ')
}

/**
 * The places of the items that have all pairs of all words, ascending.
 * @param {string} query
 * @param {number} files
 * @param {(file: number) => Promise<Record<string, number[]>>} pairsIn
 * @returns {Promise<number[]>}
 */
export async function findPlaces(query, files, pairsIn) {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  /** @type {number[] | null} */
  let found = null
  for (const word of words) {
    for (let at = 0; at === 0 || at + 1 < word.length; at++) {
      const first = word.charCodeAt(at)
      const pairs = await pairsIn(first % files)
      const places = word.length === 1 ? beginningWith(pairs, first) : placesOf(pairs, first, word.charCodeAt(at + 1))
      found = found === null ? places : inBoth(found, places)
      if (found.length === 0) return found
    }
  }
  return found ?? []
}

/** @param {Record<string, number[]>} pairs @param {number} first @param {number} second */
function placesOf(pairs, first, second) {
  let place = 0
  return (pairs[(first * 65_536 + second).toString(36)] ?? []).map((distance) => {
    place += distance
    return place
  })
}

/** @param {Record<string, number[]>} pairs @param {number} first */
function beginningWith(pairs, first) {
  const places = new Set()
  for (const name of Object.keys(pairs)) {
    const pair = Number.parseInt(name, 36)
    if (Math.floor(pair / 65_536) !== first) continue
    for (const place of placesOf(pairs, first, pair % 65_536)) places.add(place)
  }
  return [...places].sort((a, b) => a - b)
}

/** @param {number[]} one @param {number[]} other */
function inBoth(one, other) {
  const has = new Set(other)
  return one.filter((place) => has.has(place))
}

const page = 20

/** @param {HTMLElement} root */
function start(root) {
  const { index: folder = '', items = '', found = '', unit = '', none = '', failed = '', more = '' } = root.dataset
  const asked = new URLSearchParams(location.search).get('q')?.slice(0, 200) ?? ''
  for (const field of document.querySelectorAll('input[name="q"]'))
    if (field instanceof HTMLInputElement) field.value = asked
  /** @type {Map<string, Promise<any>>} */
  const fetched = new Map()
  if (asked.trim() !== '') void show()

  async function show() {
    try {
      const /** @type {Index} */ index = await get('index.json')
      const places = await findPlaces(asked, index.pairs, (file) => get(`pairs-${file}.json`))
      say(places.length === 0 ? none : `${found} ${places.length} ${unit}`)
      await list(index, places.reverse(), 0)
    } catch {
      say(failed)
    }
  }

  /** @param {Index} index @param {number[]} places newest first @param {number} from */
  async function list(index, places, from) {
    /** @type {HTMLElement[]} */
    const shown = []
    for (const place of places.slice(from, from + page)) {
      const /** @type {Shown[]} */ file = await get(`items-${Math.floor(place / index.inFile)}.json`)
      const item = file[place % index.inFile]
      if (item) shown.push(lineOf(item))
    }
    const ul = root.querySelector('ul') ?? root.appendChild(document.createElement('ul'))
    ul.className = 'item-list'
    ul.append(...shown)
    if (from + page >= places.length) return
    const button = root.appendChild(document.createElement('button'))
    button.className = 'button'
    button.textContent = more
    button.addEventListener('click', async () => {
      button.remove()
      try {
        await list(index, places, from + page)
        shown.at(-1)?.nextElementSibling?.querySelector('a')?.focus()
      } catch {
        say(failed)
      }
    })
  }

  /** @param {Shown} item */
  function lineOf([id, title, number, agency, day, validity]) {
    const line = document.createElement('li')
    const link = line.appendChild(document.createElement('a'))
    link.href = `${items}${id}/`
    link.lang = 'zh-CN'
    link.textContent = title
    const word = root.dataset[validity]
    if (word) line.append(' ', textIn('span', word, `validity validity-${validity}`))
    for (const text of [number, agency]) if (text) line.append(' ', textIn('span', text, 'item-number'))
    const time = line.appendChild(document.createElement('time'))
    time.dateTime = time.textContent = day
    return line
  }

  /** @param {string} words */
  function say(words) {
    const place = root.querySelector('[role="status"]')
    if (place) place.textContent = words
  }

  /** @param {string} name */
  function get(name) {
    const known = fetched.get(name)
    if (known) return known
    const answer = fetch(`${folder}${name}`).then((response) => {
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
      return response.json()
    })
    fetched.set(name, answer)
    // What failed once may be asked for again.
    answer.catch(() => fetched.delete(name))
    return answer
  }
}

/** @param {string} name @param {string} text @param {string} className */
function textIn(name, text, className) {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}

const root = /** @type {HTMLElement | null | undefined} */ (globalThis.document?.querySelector('#site-search-results'))
if (root) start(root)
