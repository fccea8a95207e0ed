/** Markup that is safe to send: only `html` and `trusted` make it. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** What may stand between `${` and `}`. `null`, `undefined` and `false` print nothing; 0 prints. */
export type Fragment = Html | string | number | null | undefined | false | readonly Fragment[]

/** Escape-by-default template: `` html`<p>${untrusted}</p>` ``. Synchronous, and the same in Node and in a browser. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  return new Html(strings.reduce((markup, part, index) => markup + print(values[index - 1]) + part))
}

/** Markup from our own constants (a style sheet, an icon). Never for anything a file or a person brought. */
export function trusted(markup: string): Html {
  return new Html(markup)
}

function print(value: Fragment): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.markup
  if (typeof value === 'object') return value.map(print).join('')
  return escapeText(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
