/** Numbers that only grow, by labels. A label's values are few and ours: never what somebody typed. */
export type Counter = {
  readonly add: (values: readonly string[], by?: number) => void
  readonly family: () => Family
}

/** A family of figures in the form that Prometheus reads. */
export type Family = {
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly Sample[]
}

export type Sample = {
  /** What stands behind the family's name: `_bucket`. */
  readonly suffix?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

export function counter(name: string, help: string, labels: readonly string[]): Counter {
  const cells = new Map<string, { readonly values: readonly string[]; value: number }>()
  return {
    add(values, by = 1) {
      const key = values.join('\u0000')
      const cell = cells.get(key)
      if (cell) cell.value += by
      else cells.set(key, { values, value: by })
    },
    family: () => ({
      ...{ name, help, type: 'counter' },
      samples: [...cells.values()].map(({ values, value }) => ({ labels: labelled(labels, values), value })),
    }),
  }
}

/** Durations in seconds, by one label. */
export type Durations = { readonly note: (kind: string, seconds: number) => void; readonly family: () => Family }

const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function durations(name: string, help: string, label: string): Durations {
  const kinds = new Map<string, { readonly counts: number[]; sum: number }>()
  return {
    note(kind, seconds) {
      let cell = kinds.get(kind)
      if (!cell) {
        cell = { counts: new Array<number>(bounds.length + 1).fill(0), sum: 0 }
        kinds.set(kind, cell)
      }
      let at = 0
      while (at < bounds.length && seconds > (bounds[at] ?? 0)) at++
      cell.counts[at] = (cell.counts[at] ?? 0) + 1
      cell.sum += seconds
    },
    family: () => ({
      ...{ name, help, type: 'histogram' },
      samples: [...kinds].flatMap(([kind, { counts, sum }]) => {
        let below = 0
        const buckets = counts.map((count, at) => {
          below += count
          const le = at < bounds.length ? String(bounds[at]) : '+Inf'
          return { suffix: '_bucket', labels: { [label]: kind, le }, value: below }
        })
        const labels = { [label]: kind }
        return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: below }]
      }),
    }),
  }
}

/** One figure, or several under one label, as they stand. */
export function gauge(name: string, help: string, samples: number | readonly Sample[]): Family {
  return { name, help, type: 'gauge', samples: typeof samples === 'number' ? [{ value: samples }] : samples }
}

export const exposition = 'text/plain; version=0.0.4; charset=utf-8'

/** All families as text, form 0.0.4. A family without a sample is left out. */
export function exposed(families: readonly Family[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [
        `# HELP ${name} ${escaped(help)}`,
        `# TYPE ${name} ${type}`,
        ...samples.map(({ suffix = '', labels = {}, value }) => `${name}${suffix}${inBraces(labels)} ${shown(value)}`),
        '',
      ].join('\n'),
    )
    .join('')
}

function labelled(names: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
}

function inBraces(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
const shown = (value: number) =>
  value === Number.POSITIVE_INFINITY ? '+Inf' : value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
