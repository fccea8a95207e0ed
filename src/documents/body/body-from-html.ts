import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { bodyFromTree } from './body-from-tree.ts'
import type { ImportedBody } from './imported-body.ts'
import type { TreeNode } from './tree-node.ts'

/** The text of a page, or of what Word and WPS put on the clipboard, as blocks. */
export function bodyFromHtml(source: string): ImportedBody {
  return bodyFromTree(nodesOf(parse(source).childNodes))
}

function nodesOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): readonly TreeNode[] {
  return nodes.flatMap((node): readonly TreeNode[] => {
    if (node.nodeName === '#text') return [{ kind: 'text', text: (node as DefaultTreeAdapterTypes.TextNode).value }]
    if (!('tagName' in node)) return []
    return [
      {
        kind: 'element',
        name: node.tagName.toLowerCase(),
        attribute: (name) => node.attrs.find((one) => one.name === name)?.value,
        // Looked at only when it is reached, so that no depth is built on our stack.
        get children() {
          return nodesOf(node.childNodes)
        },
      },
    ]
  })
}
