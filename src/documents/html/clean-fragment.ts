import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize } from 'parse5'
import { Refusal } from '../../refusals/refusal.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements that a fragment of a page may have. None runs, frames, loads or sends anything, and none is a landmark but `nav`. */
const allowed: ReadonlySet<string> = new Set(
  'a b br div em hr img li nav ol p small span strong table tbody td th thead tr ul'.split(' '),
)

/** Elements that are left out with all that is in them: looks and behaviour come from our own files. */
const leftOut: ReadonlySet<string> = new Set([
  'script',
  'style',
  'link',
  'meta',
  'noscript',
  'template',
  'title',
  'base',
])

/** Landmarks and headings of the page it came from: ours has its own, so they become plain boxes. */
const boxes: ReadonlySet<string> = new Set(
  'header footer main section article aside center font h1 h2 h3 h4 h5 h6 dl dt dd address i'.split(' '),
)

/** Attributes that are kept; every other one is left out. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'lang'],
  img: ['src', 'alt', 'width', 'height'],
  nav: ['aria-label'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
}
const everywhere = ['lang', 'dir']

const mostBytes = 64 * 1024

/**
 * A fragment of somebody else's page, cleaned so that it can stand on ours: scripts, styles, comments, classes and ids are left
 * out. Refuses, with what and why, whatever cannot be left out without changing what the page does: forms, frames, links that
 * run something, pictures of other servers.
 */
export function cleanFragment(markup: string, name: string): string {
  if (Buffer.byteLength(markup) > mostBytes) throw new Refusal('fragment-too-large', { name, limit: mostBytes / 1024 })
  const fragment = parseFragment(markup)
  fragment.childNodes = fragment.childNodes.flatMap((node) => cleaned(node, name))
  return serialize(fragment)
}

function cleaned(node: Node, name: string): readonly Node[] {
  if (defaultTreeAdapter.isTextNode(node)) return [node]
  if (!defaultTreeAdapter.isElementNode(node)) return []
  if (boxes.has(node.tagName))
    node.tagName = node.nodeName = node.tagName === 'i' || node.tagName === 'font' ? 'span' : 'div'
  const { tagName } = node
  if (leftOut.has(tagName)) return []
  if (!allowed.has(tagName)) throw new Refusal('fragment-element', { name, element: tagName })
  node.attrs = node.attrs.filter(
    (one) => everywhere.includes(one.name) || attributes[tagName]?.includes(one.name) === true,
  )
  requireHarmless(node, name)
  node.childNodes = node.childNodes.flatMap((child) => cleaned(child, name))
  return [node]
}

function requireHarmless(element: Element, name: string): void {
  const value = (of: string) => element.attrs.find((one) => one.name === of)?.value
  switch (element.tagName) {
    case 'a': {
      const href = value('href')
      if (
        href !== undefined &&
        !/^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+|tel:[+\d-]+|#[\w-]*|\/(?![/\\])[^\s<>"\\]*)$/i.test(href)
      )
        throw new Refusal('fragment-address', { name, address: href.slice(0, 100) })
      return
    }
    case 'img': {
      const src = value('src') ?? ''
      if (!/^(?:\/(?![/\\])[^\s<>"\\]*|data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+)$/.test(src))
        throw new Refusal('fragment-picture', { name, address: src.slice(0, 100) })
      if (value('alt') === undefined) throw new Refusal('fragment-without-alt', { name, address: src.slice(0, 100) })
      return
    }
    case 'nav':
      if (!value('aria-label')?.trim()) throw new Refusal('fragment-nav-unnamed', { name })
  }
}
