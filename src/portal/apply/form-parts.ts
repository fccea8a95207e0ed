import { type Fragment, html } from '../html.ts'
import type { DraftProblem } from './check-draft.ts'
import type { ApplyWords } from './words/apply-words.ts'

/** A field of the form: how it is called, what stands in it, what helps and what is wrong with it. */
export type Field = {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  readonly optional?: boolean
  readonly type?: 'text' | 'tel' | 'email'
  readonly autocomplete?: string
  readonly most?: number
}

type Problems = readonly DraftProblem[]

/** The sentence for a problem; of several people it names whose it is. */
export function sayProblem(words: ApplyWords, { field, says, of }: DraftProblem): string {
  const whose = of ?? placeOf(words, field)
  return whose === null ? words.problems[says] : words.problemOf(whose, words.problems[says])
}

/** Of people without a name yet: everybody but the first applicant. */
function placeOf(words: ApplyWords, field: string): string | null {
  if (field.startsWith('agent-')) return words.agent
  const at = Number(/^p(\d+)-/.exec(field)?.[1] ?? 1)
  return at > 1 ? words.joint(at) : null
}

/** Everything that is wrong, at the top of the page, each leading to its field. */
export function problemSummary(
  words: ApplyWords,
  sentences: readonly { field: string | null; text: string }[],
): Fragment {
  if (sentences.length === 0) return null
  return html`<div class="problem-summary" role="alert" tabindex="-1"><h2>${words.problemsTitle}</h2><ul>${sentences.map(
    ({ field, text }) => html`<li>${field === null ? text : html`<a href="#${field}">${text}</a>`}</li>`,
  )}</ul></div>`
}

export function textField(words: ApplyWords, problems: Problems, field: Field): Fragment {
  const { id, label, value, hint, optional, type = 'text', autocomplete = 'off', most = 200 } = field
  const wrong = problems.find((one) => one.field === id)
  return html`<div class="apply-field${wrong && html` is-wrong`}"><label for="${id}">${label}${optional && html` <span class="quiet">${words.optional}</span>`}</label>${beside(words, id, hint, wrong)}<input id="${id}" name="${id}" type="${type}" value="${value}" maxlength="${most}" autocomplete="${autocomplete}"${described(id, hint, wrong)}></div>`
}

export function areaField(words: ApplyWords, problems: Problems, { id, label, value, hint }: Field): Fragment {
  const wrong = problems.find((one) => one.field === id)
  return html`<div class="apply-field${wrong && html` is-wrong`}"><label for="${id}">${label}</label>${beside(words, id, hint, wrong)}<textarea id="${id}" name="${id}" rows="8"${described(id, hint, wrong)}>
${value}</textarea></div>`
}

/** A choice of one; the summary leads to the first of them, which has the name as its id. */
export function choiceField(
  words: ApplyWords,
  problems: Problems,
  { id, label, value, hint }: Field,
  choices: readonly (readonly [value: string, label: string])[],
): Fragment {
  const wrong = problems.find((one) => one.field === id)
  return html`<fieldset class="apply-choice${wrong && html` is-wrong`}"${described(id, hint, wrong)}><legend>${label}</legend>${beside(words, id, hint, wrong)}${choices.map(
    ([choice, name], at) =>
      html`<label class="apply-option"><input type="radio" name="${id}" id="${at === 0 ? id : `${id}-${choice}`}" value="${choice}"${choice === value && html` checked`}> <span>${name}</span></label>`,
  )}</fieldset>`
}

export function selectField(
  words: ApplyWords,
  problems: Problems,
  { id, label, value }: Field,
  choices: readonly (readonly [value: string, label: string])[],
): Fragment {
  const wrong = problems.find((one) => one.field === id)
  return html`<div class="apply-field${wrong && html` is-wrong`}"><label for="${id}">${label}</label>${beside(words, id, undefined, wrong)}<select id="${id}" name="${id}"${described(id, undefined, wrong)}><option value="">${words.choose}</option>${choices.map(
    ([choice, name]) => html`<option value="${choice}"${choice === value && html` selected`}>${name}</option>`,
  )}</select></div>`
}

function beside(words: ApplyWords, id: string, hint: string | undefined, wrong: DraftProblem | undefined): Fragment {
  return html`${hint !== undefined && html`<span class="quiet" id="${id}-hint">${hint}</span>`}${wrong && html`<span class="field-problem" id="${id}-problem">${words.problems[wrong.says]}</span>`}`
}

function described(id: string, hint: string | undefined, wrong: DraftProblem | undefined): Fragment {
  const by = [hint !== undefined && `${id}-hint`, wrong && `${id}-problem`].filter(Boolean).join(' ')
  return html`${by !== '' && html` aria-describedby="${by}"`}${wrong && html` aria-invalid="true"`}`
}

/** 12 KB, 3.4 MB. */
export function sizeOf(bytes: number): string {
  const kilo = Math.max(1, Math.round(bytes / 1000))
  return kilo < 1000 ? `${kilo} KB` : `${(kilo / 1000).toFixed(1)} MB`
}
