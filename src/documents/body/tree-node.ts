/** As much of a page's tree as we look at: the same of parse5 and of a browser's document. */
export type TreeNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'element'
      /** In small letters, with the prefix that it was written with. */
      readonly name: string
      readonly attribute: (name: string) => string | undefined
      readonly children: readonly TreeNode[]
    }

/** Visits a tree in the order of reading, without recursion: a hostile page is a million elements deep. `enter` says whether to go in. */
export function walkTree(
  root: readonly TreeNode[],
  visit: {
    readonly enter: (element: Extract<TreeNode, { kind: 'element' }>) => boolean
    readonly leave: (element: Extract<TreeNode, { kind: 'element' }>) => void
    readonly text: (text: string) => void
  },
): void {
  type Level = {
    readonly nodes: readonly TreeNode[]
    at: number
    readonly of: Extract<TreeNode, { kind: 'element' }> | null
  }
  const levels: Level[] = [{ nodes: root, at: 0, of: null }]
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const node = level.nodes[level.at++]
    if (!node) {
      levels.pop()
      if (level.of) visit.leave(level.of)
    } else if (node.kind === 'text') visit.text(node.text)
    else if (visit.enter(node)) levels.push({ nodes: node.children, at: 0, of: node })
  }
}
