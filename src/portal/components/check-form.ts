import { agencyKinds, agencyLevels } from '../../statute/agency-rank.ts'
import { type Fragment, html, trusted } from '../html.ts'
import type { View } from '../view.ts'

/** Where the form goes: to the server, or nowhere because the page checks by itself. */
export type FormTarget = { readonly mode: 'server'; readonly base: string } | { readonly mode: 'offline' }

const sheetIcon = trusted(
  '<svg class="drop-icon" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true" focusable="false"><path d="M12 5h17l9 9v29H12z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><path d="M29 5v9h9" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><path d="M18 22h14M18 28h14M18 34h8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg>',
)

const accepted: Readonly<Record<FormTarget['mode'], string>> = {
  server: '.docx,.doc,.html,.htm,.txt,.md,.pdf,.json',
  offline: '.docx,.html,.htm,.txt,.md,.json',
}

/** The form that takes files or pasted text. It works as plain HTML; the script only makes it quicker. */
export function checkForm(view: View, target: FormTarget): Fragment {
  const { words, language } = view
  const action = target.mode === 'server' ? html` method="post" action="${target.base}check?lang=${language}"` : null
  return html`<form class="check-form" id="check-form" enctype="multipart/form-data" data-words="${JSON.stringify(words.script)}"${action}>
<div class="sources">
<div class="drop-zone" id="drop-zone">
${sheetIcon}
<p class="drop-title" id="drop-title">${words.drop}</p>
<p class="drop-choose"><label class="button button-main" for="files">${words.choose}</label>
<input type="file" id="files" name="files" multiple accept="${accepted[target.mode]}" aria-describedby="formats"></p>
<p class="quiet" id="formats">${target.mode === 'server' ? words.formats : words.offlineFormats}</p>
</div>
<div class="paste-zone">
<label class="paste-title" for="pasted">${words.paste}</label>
<textarea id="pasted" name="pasted" rows="6" spellcheck="false" aria-describedby="paste-hint"></textarea>
<p class="quiet" id="paste-hint"><span class="with-script">${words.pasteHint}</span><span class="without-script">${words.pasteHintPlain}</span></p>
</div>
</div>
<details class="settings"><summary>${words.settings}</summary>
<p class="quiet">${words.settingsHint}</p>
<div class="fields">
${choice(view, 'level', words.level, agencyLevels, words.levelNames)}
${choice(view, 'kind', words.kind, agencyKinds, words.kindNames)}
<p class="field"><label for="published-on">${words.publishedOn}</label><input type="date" id="published-on" name="publishedOn" min="2008-05-01" max="2099-12-31"></p>
<p class="field"><label for="previous">${words.previous}</label><input type="file" id="previous" name="previous" accept="${accepted[target.mode]}" aria-describedby="previous-hint"><span class="quiet" id="previous-hint">${words.previousHint}</span></p>
</div></details>
<p class="form-end"><button class="button button-main" id="submit">${words.submit}</button> <span class="quiet">${words.secrecy}</span></p>
</form>`
}

function choice<K extends string>(
  view: View,
  name: string,
  title: string,
  values: readonly K[],
  names: Readonly<Record<K, string>>,
): Fragment {
  return html`<p class="field"><label for="${name}">${title}</label><select id="${name}" name="${name}"><option value="">${view.words.notSaid}</option>${values.map(
    (value) => html`<option value="${value}">${names[value]}</option>`,
  )}</select></p>`
}
