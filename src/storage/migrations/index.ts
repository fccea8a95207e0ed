import type { Migration } from 'kysely/migration'
import { foundation } from './0001-foundation.ts'
import { ledger } from './0002-ledger.ts'
import { leanAudit } from './0003-lean-audit.ts'
import { requestEvents } from './0004-request-events.ts'
import { api } from './0005-api.ts'
import { calendars } from './0006-calendars.ts'
import { files } from './0007-files.ts'
import { documentNumbers } from './0008-document-numbers.ts'
import { remedies } from './0009-remedies.ts'
import { requestSearch } from './0010-request-search.ts'
import { reminders } from './0012-reminders.ts'
import { recordAmendments } from './0013-record-amendments.ts'
import { letterTemplates } from './0014-letter-templates.ts'
import { officeSettings } from './0015-office-settings.ts'
import { destroyByPlace } from './0017-destroy-by-place.ts'
import { publications } from './0019-publications.ts'
import { publicSearch } from './0020-public-search.ts'
import { publicPages } from './0021-public-pages.ts'
import { publicationLife } from './0022-publication-life.ts'
import { applying } from './0023-applying.ts'
import { publishingElsewhere } from './0024-publishing-elsewhere.ts'
import { publishedByDay } from './0028-published-by-day.ts'
import { operation } from './0030-operation.ts'
import { publicationRetention } from './0031-publication-retention.ts'
import { publicCounts } from './0032-public-counts.ts'
import { halfYearOnce } from './0033-half-year-once.ts'

/** Every migration by name, oldest first. Forward only, and never edited once landed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-ledger': ledger,
  '0003-lean-audit': leanAudit,
  '0004-request-events': requestEvents,
  '0005-api': api,
  '0006-calendars': calendars,
  '0007-files': files,
  '0008-document-numbers': documentNumbers,
  '0009-remedies': remedies,
  '0010-request-search': requestSearch,
  '0012-reminders': reminders,
  '0013-record-amendments': recordAmendments,
  '0014-letter-templates': letterTemplates,
  '0015-office-settings': officeSettings,
  '0017-destroy-by-place': destroyByPlace,
  '0019-publications': publications,
  '0020-public-search': publicSearch,
  '0021-public-pages': publicPages,
  '0022-publication-life': publicationLife,
  '0023-applying': applying,
  '0024-publishing-elsewhere': publishingElsewhere,
  '0028-published-by-day': publishedByDay,
  '0030-operation': operation,
  '0031-publication-retention': publicationRetention,
  '0032-public-counts': publicCounts,
  '0033-half-year-once': halfYearOnce,
}
