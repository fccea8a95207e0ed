import type { OfficeRole } from '../src/office/role.ts'
import { roleWords } from '../src/requests/words/act-words.ts'

type Row = {
  readonly from: readonly string[]
  readonly to: readonly string[] | null
  readonly roles: readonly OfficeRole[]
  readonly article: string
}

/** A table of acts as a page: a diagram of those that move a case, and every act with phases, roles and article. */
export function statesPage(
  head: readonly string[],
  phases: readonly string[],
  transitions: Readonly<Record<string, Row>>,
  words: { readonly acts: Readonly<Record<string, string>>; readonly phases: Readonly<Record<string, string>> },
): string {
  const arrows = Object.entries(transitions).flatMap(([type, { from, to }]) =>
    from.flatMap((before) =>
      (to ?? [])
        .filter((after) => after !== before)
        .map((after) => `  ${before === 'new' ? '[*]' : before} --> ${after}: ${words.acts[type]}`),
    ),
  )
  const rows = Object.entries(transitions).map(([type, { from, roles, article }]) =>
    [
      '',
      words.acts[type],
      `\`${type}\``,
      from.map((before) => (before === 'new' ? '（新）' : words.phases[before])).join('、'),
      roles.map((role) => roleWords['zh-CN'][role]).join('、'),
      article,
      '',
    ]
      .join(' | ')
      .trim(),
  )
  return [
    ...head,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...phases.map((one) => `  ${one}: ${words.phases[one]}`),
    ...arrows,
    '```',
    '',
    '| act | identifier | when | who | article |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
