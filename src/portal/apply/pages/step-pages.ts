import { wantedWords } from '../../../requests/words/wanted-words.ts'
import { applicantKinds } from '../../../statute/applicant-kinds.ts'
import type { SimilarItem } from '../../../storage/apply/suggest-similar.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { addresses } from '../../site/addresses.ts'
import type { ApplyScreen } from '../apply-screen.ts'
import type { Question } from '../challenge.ts'
import { type DraftProblem, type Step, steps } from '../check-draft.ts'
import { type Draft, type FilePurpose, mostPeople, type PersonFields, wantedForms, wantedWays } from '../draft.ts'
import { areaField, choiceField, problemSummary, sayProblem, selectField, sizeOf, textField } from '../form-parts.ts'

/** What a step shows besides the draft: what is wrong with its fields, and what went wrong with a file. */
export type StepState = { readonly problems: readonly DraftProblem[]; readonly complaints: readonly string[] }

const nothing: StepState = { problems: [], complaints: [] }

/** The first page: what happens with personal information, who applies, and a draft that waits. */
export function beginPage(
  screen: ApplyScreen,
  draft: Draft | null,
  complaint: string | null,
  done: string | null,
): Html {
  const { words, to } = screen
  return html`<h1>${words.beginTitle}</h1>
${done !== null && html`<p class="apply-done" role="status">${done}</p>`}
${problemSummary(words, complaint === null ? [] : [{ field: 'consent', text: complaint }])}
${draft && html`<section class="apply-card" aria-labelledby="draft"><h2 id="draft">${words.draftTitle}</h2><p>${words.draftHint}</p><div class="apply-ways"><a class="button button-main" href="${to('apply/who/')}">${words.resume}</a><form method="post" action="${to('apply/discard/')}"><button class="button button-quiet">${words.discard}</button></form></div></section>`}
${
  !draft &&
  html`<form method="post" action="${to('apply/')}" class="apply-form">${choiceField(words, [], { id: 'kind', label: words.kind, value: 'naturalPerson', hint: words.kindHint }, kindChoices(screen))}
<section class="apply-notice" aria-labelledby="notice"><h2 id="notice">${words.noticeTitle}</h2><ul>${words.notice.map((one) => html`<li>${one}</li>`)}</ul></section>
<label class="apply-option apply-consent"><input type="checkbox" id="consent" name="consent" value="yes"> <span>${words.consent}</span></label>
<p><button class="button button-main">${words.begin}</button></p></form>`
}`
}

export function whoPage(screen: ApplyScreen, draft: Draft, state: StepState = nothing): Html {
  const { words } = screen
  const natural = draft.applicantKind === 'naturalPerson'
  const several = draft.people.length > 1
  return stepPage(
    screen,
    'who',
    state,
    html`<input type="hidden" name="count" value="${draft.people.length}">
<details class="apply-kind"><summary>${words.kind}：${draft.applicantKind && words.kinds[draft.applicantKind]} <span class="quiet">${words.changeLabel}</span></summary>${choiceField(words, state.problems, { id: 'kind', label: words.kind, value: draft.applicantKind ?? '', hint: words.kindHint }, kindChoices(screen))}<p><button class="button button-quiet" name="do" value="save">${words.save}</button></p></details>
${draft.people.map((person, at) => html`<fieldset class="apply-person"><legend>${several ? words.joint(at + 1) : words.applicant}</legend>${personPart(screen, state, person, `p${at + 1}-`, natural, at === 0)}${several && html`<p><button class="button button-quiet" name="do" value="remove-${at + 1}">${words.removePerson(at + 1)}</button></p>`}</fieldset>`)}
${filePart(screen, draft, state, 'identity')}
${draft.people.length < mostPeople && html`<p class="apply-more"><button class="button button-quiet" name="do" value="add">${words.addPerson}</button> <span class="quiet">${words.jointHint}</span></p>`}
${choiceField(words, [], { id: 'byAgent', label: words.byAgent, value: draft.agent ? 'yes' : 'no' }, [
  ['no', words.byAgentNo],
  ['yes', words.byAgentYes],
])}
${draft.agent && html`<fieldset class="apply-person"><legend>${words.agent}</legend>${personPart(screen, state, draft.agent, 'agent-', true, true)}</fieldset>${filePart(screen, draft, state, 'agentIdentity')}${filePart(screen, draft, state, 'powerOfAttorney')}`}`,
  )
}

export function whatPage(
  screen: ApplyScreen,
  draft: Draft,
  similar: readonly SimilarItem[],
  state: StepState = nothing,
): Html {
  const { words, to } = screen
  return stepPage(
    screen,
    'what',
    state,
    html`${areaField(words, state.problems, { id: 'content', label: words.content, value: draft.content, hint: words.contentHint })}<div id="similar" data-similar="${to('apply/similar/')}" aria-live="polite">${similarPart(screen, similar)}</div>`,
  )
}

/** Items that are public already: as part of a page, and for the script that asks while somebody types. */
export function similarPart({ words, view }: ApplyScreen, similar: readonly SimilarItem[]): Fragment {
  if (similar.length === 0) return null
  return html`<section class="apply-card" aria-labelledby="similar-title"><h2 id="similar-title">${words.similarTitle}</h2><p class="quiet">${words.similarHint}</p><ul>${similar.map(
    ({ id, title }) =>
      html`<li><a href="${view.href(addresses.item(id))}" target="_blank" rel="noopener" lang="zh-CN">${title}</a></li>`,
  )}</ul></section>`
}

export function howPage(screen: ApplyScreen, draft: Draft, state: StepState = nothing): Html {
  const { words, view } = screen
  const names = wantedWords[view.language]
  return stepPage(
    screen,
    'how',
    state,
    html`${choiceField(
      words,
      state.problems,
      { id: 'form', label: words.form, value: draft.form ?? '' },
      wantedForms.map((one) => [one, names.form[one]] as const),
    )}${choiceField(
      words,
      state.problems,
      { id: 'by', label: words.by, value: draft.by ?? '', hint: words.howHint },
      wantedWays.map((one) => [one, names.by[one]] as const),
    )}`,
  )
}

export type Proof = { readonly challenge: string; readonly question: Question }

/** The last page: all that will be sent, what is still missing, and the security check. */
export function checkPage(
  screen: ApplyScreen,
  draft: Draft,
  similar: readonly SimilarItem[],
  proof: Proof,
  state: StepState = nothing,
): Html {
  const { words, to } = screen
  const summary = [
    ...state.complaints.map((text) => ({ field: null, text })),
    ...state.problems.map((problem) => ({ field: `change-${problem.step}`, text: sayProblem(words, problem) })),
  ]
  const part = (step: Step, rows: Fragment) =>
    html`<section class="apply-card" aria-labelledby="sum-${step}"><div class="apply-card-head"><h2 id="sum-${step}">${words.steps[step]}</h2><a id="change-${step}" href="${to(`apply/${step}/`)}" aria-label="${words.change(words.steps[step])}">${words.changeLabel}</a></div><dl class="apply-summary">${rows}</dl></section>`
  const row = (term: string, value: Fragment) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`
  const names = wantedWords[screen.view.language]
  return html`${stepHead(screen, 'check')}${problemSummary(words, summary)}<p>${words.checkLead}</p>
${part(
  'who',
  html`${row(words.kind, draft.applicantKind ? words.kinds[draft.applicantKind] : words.none)}${draft.people.map((person, at) => personRows(screen, person, draft.people.length > 1 ? words.joint(at + 1) : words.applicant))}${draft.agent && personRows(screen, draft.agent, words.agent)}${draft.files.length > 0 && row(words.chosen, html`<ul>${fileNames(screen, draft).map((name) => html`<li>${name}</li>`)}</ul>`)}`,
)}
${part('what', row(words.content, html`<span class="apply-content">${draft.content === '' ? words.none : draft.content}</span>`))}
${part('how', html`${row(words.form, draft.form ? names.form[draft.form] : words.none)}${row(words.by, draft.by ? names.by[draft.by] : words.none)}`)}
${similarPart(screen, similar)}
<form method="post" action="${to('apply/send/')}" class="apply-form"><input type="hidden" name="submission" value="${draft.submission}">
<fieldset class="apply-robot" id="robot" data-challenge="${proof.challenge}" data-working="${words.robotWorking}" data-done="${words.robotDone}"><legend>${words.robot}</legend><p role="status" id="robot-state" hidden></p><div id="robot-question"><label for="answer">${words.robotQuestion(proof.question.left, proof.question.right)}</label> <input id="answer" name="answer" inputmode="numeric" autocomplete="off" maxlength="4" aria-describedby="robot-hint"><span class="quiet" id="robot-hint">${words.robotHint}</span></div><input type="hidden" name="question" value="${proof.question.token}"><input type="hidden" name="altcha" value="" id="altcha"></fieldset>
<p><button class="button button-main">${words.send}</button></p></form>
<p><a href="${to('apply/how/')}">${words.back}</a></p>`
}

function stepHead({ words }: ApplyScreen, step: Step): Fragment {
  const at = steps.indexOf(step)
  return html`<ol class="apply-steps" aria-label="${words.stepsLabel}">${steps.map(
    (one, place) =>
      html`<li${place === at && html` aria-current="step"`}${place < at && html` class="is-done"`}>${words.steps[one]}</li>`,
  )}</ol><p class="quiet">${words.stepOf(at + 1, steps.length)}</p><h1>${words[`${step}Title`]}</h1>`
}

function stepPage(screen: ApplyScreen, step: Step, state: StepState, fields: Fragment): Html {
  const { words, to } = screen
  const at = steps.indexOf(step)
  const before = at > 0 ? steps[at - 1] : null
  const summary = [
    ...state.complaints.map((text) => ({ field: null, text })),
    ...state.problems.map((problem) => ({ field: problem.field, text: sayProblem(words, problem) })),
  ]
  const upload = step === 'who' && html` enctype="multipart/form-data"`
  return html`${stepHead(screen, step)}${problemSummary(words, summary)}
<form method="post" action="${to(`apply/${step}/`)}" class="apply-form" novalidate${upload}><button class="default-button" name="do" value="next" tabindex="-1" aria-hidden="true">${words.next}</button>
${fields}
<p class="apply-ways"><button class="button button-main" name="do" value="next">${words.next}</button>${before && html`<a class="button button-quiet" href="${to(`apply/${before}/`)}">${words.back}</a>`}</p></form>
<div class="apply-leave"><p class="quiet">${words.leaveHint}</p><form method="post" action="${to('apply/discard/')}"><button class="button button-quiet">${words.discard}</button></form></div>`
}

function kindChoices({ words }: ApplyScreen) {
  return applicantKinds.map(({ id }) => [id, words.kinds[id]] as const)
}

function personPart(
  { words }: ApplyScreen,
  { problems }: StepState,
  person: PersonFields,
  prefix: string,
  natural: boolean,
  main: boolean,
): Fragment {
  const field = (
    name: keyof PersonFields,
    more: { type?: 'tel' | 'email'; optional?: boolean; autocomplete?: string } = {},
  ) => textField(words, problems, { id: prefix + name, label: words.fields[name], value: person[name], ...more })
  return html`${field('name', natural ? { autocomplete: prefix === 'p1-' ? 'name' : 'off' } : {})}
${
  natural
    ? html`<div class="apply-pair">${selectField(words, problems, { id: `${prefix}documentKind`, label: words.fields.documentKind, value: person.documentKind }, Object.entries(words.documentKinds))}${field('documentNumber')}</div>`
    : html`${textField(words, problems, { id: `${prefix}documentNumber`, label: words.documentNumberOfKind, value: person.documentNumber })}<div class="apply-pair">${field('legalRepresentative')}${field('contactPerson', { optional: true })}</div>`
}
${main && html`<p class="quiet">${words.contactWays}</p>`}<div class="apply-pair">${field('phone', { type: 'tel', optional: true, autocomplete: main && prefix === 'p1-' ? 'tel' : 'off' })}${field('email', { type: 'email', optional: true, autocomplete: main && prefix === 'p1-' ? 'email' : 'off' })}</div><div class="apply-pair">${field('address', { optional: true })}${field('postcode', { optional: true })}</div>`
}

function filePart({ words }: ApplyScreen, draft: Draft, { problems }: StepState, purpose: FilePurpose): Fragment {
  const own = draft.files.filter((file) => file.purpose === purpose)
  const wrong = problems.find((one) => one.field === purpose)
  return html`<div class="apply-field apply-file${wrong && html` is-wrong`}"><label for="${purpose}">${words.files[purpose]}</label><span class="quiet" id="${purpose}-hint">${words.filesHint}</span>${wrong && html`<span class="field-problem" id="${purpose}-problem">${words.problems[wrong.says]}</span>`}${
    own.length > 0 &&
    html`<ul class="apply-files">${own.map(
      (file, at) =>
        html`<li><span>${words.chosen} ${words.fileOf(words.files[purpose], at + 1, sizeOf(file.bytes))}</span> <button class="button button-quiet" name="do" value="drop-${file.id}" aria-label="${words.removeFile} ${words.files[purpose]} ${at + 1}">${words.removeFile}</button></li>`,
    )}</ul>`
  }<input type="file" id="${purpose}" name="${purpose}" accept="image/jpeg,image/png,application/pdf" multiple aria-describedby="${purpose}-hint${wrong && ` ${purpose}-problem`}"${wrong && html` aria-invalid="true"`}></div>`
}

function fileNames({ words }: ApplyScreen, { files }: Draft): readonly string[] {
  return files.map((file, at) =>
    words.fileOf(
      words.files[file.purpose],
      files.slice(0, at + 1).filter((one) => one.purpose === file.purpose).length,
      sizeOf(file.bytes),
    ),
  )
}

function personRows({ words }: ApplyScreen, person: PersonFields, who: string): Fragment {
  const kind = words.documentKinds[person.documentKind as keyof typeof words.documentKinds]
  const rows: readonly (readonly [string, string])[] = [
    [who, person.name === '' ? words.none : person.name],
    [words.fields.documentNumber, [kind, person.documentNumber].filter(Boolean).join(' ')],
    [words.fields.legalRepresentative, person.legalRepresentative],
    [words.fields.contactPerson, person.contactPerson],
    [words.fields.phone, person.phone],
    [words.fields.email, person.email],
    [words.fields.address, [person.address, person.postcode].filter(Boolean).join(' ')],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)
}
