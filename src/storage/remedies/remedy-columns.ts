import { sql } from 'kysely'

/** The columns of a `Remedy` under its own names. */
export const remedyColumns = sql`case_number as "caseNumber", request_number as "requestNumber", kind, body, procedure,
  filed_on as "filedOn", copy_received_on as "copyReceivedOn", converted_on as "convertedOn", answered_on as "answeredOn",
  concluded_on as "concludedOn", raw_result as "rawResult", result, co_defendant as "coDefendant"`
