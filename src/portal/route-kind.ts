/** Which kind of page or interface an address is: few words, whatever was typed into the address. */
export type RouteKind =
  | 'home'
  | 'agency'
  | 'guide'
  | 'rules'
  | 'content'
  | 'reports'
  | 'figures'
  | 'item'
  | 'file'
  | 'feed'
  | 'search'
  | 'request'
  | 'apply'
  | 'follow'
  | 'check'
  | 'deadline'
  | 'asset'
  | 'health'
  | 'metrics'
  | 'api'
  | 'other'

/** First matches win. Where an address has the shape of a page that does not exist, it counts as one of that kind. */
const shapes: readonly (readonly [RegExp, RouteKind])[] = [
  [/^$/, 'home'],
  [/^assets\//, 'asset'],
  [/^(?:healthz|readyz)$/, 'health'],
  [/^metrics$/, 'metrics'],
  [/^api\//, 'api'],
  [/^(?:check|corrected)$/, 'check'],
  [/^deadline$/, 'deadline'],
  [/^search\//, 'search'],
  [/\/files\/[^/]+\/[^/]+$/, 'file'],
  [/\.(?:xml|json)$/, 'feed'],
  [/^items\//, 'item'],
  [/^agencies\/[^/]+\/?$/, 'agency'],
  [/^agencies\/[^/]+\/request\/apply\//, 'apply'],
  [/^agencies\/[^/]+\/request\/follow\//, 'follow'],
  [/^agencies\/[^/]+\/request\//, 'request'],
  [/^agencies\/[^/]+\/guide\//, 'guide'],
  [/^agencies\/[^/]+\/rules\//, 'rules'],
  [/^agencies\/[^/]+\/reports\/\d{4}\/figures\//, 'figures'],
  [/^(?:agencies\/[^/]+\/)?reports\//, 'reports'],
  [/^(?:agencies\/[^/]+\/)?content\//, 'content'],
]

/** The kind of a path below `base`; the English edition and that in large type count as the page itself. */
export function routeKind(path: string, base: string): RouteKind {
  if (!path.startsWith(base)) return 'other'
  const below = path.slice(base.length).replace(/^(?:en\/)?(?:plain\/)?/, '')
  return shapes.find(([shape]) => shape.test(below))?.[1] ?? 'other'
}
