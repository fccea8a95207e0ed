import type { RuleExamples } from '../example.ts'

export const k10Examples: RuleExamples = {
  rule: 'K10',
  examples: [
    {
      title: 'a government that counts one licence more than its two agencies',
      given: {
        agency: '清河县人民政府',
        cells: { 'proactive[licences.decisions]': 8 },
        agencies: [
          { agency: '清河县水务局', cells: { 'proactive[licences.decisions]': 3 } },
          { agency: '清河县农业农村局', cells: { 'proactive[licences.decisions]': 4 } },
        ],
      },
      finds: [{ where: 'proactive[licences.decisions]', severity: 'error', left: 8, right: 7 }],
    },
    {
      title: 'an agency with a blank cell leaves the sum open, and is named',
      given: {
        cells: { 'proactive[licences.decisions]': 3 },
        agencies: [
          { cells: { 'proactive[licences.decisions]': 3 } },
          { agency: '清河县农业农村局', cells: { 'proactive[licences.decisions]': 'blank' } },
        ],
      },
      finds: [
        {
          where: 'proactive[licences.decisions]',
          state: 'uncertain',
          evidence: {
            terms: {
              left: [{ where: 'proactive[licences.decisions]', value: 3 }],
              right: [{ where: 'proactive[licences.decisions]', value: 3 }],
            },
            uncertain: ['proactive[licences.decisions]'],
            agencies: ['清河县农业农村局'],
          },
        },
      ],
    },
    {
      title: 'money adds up to the cent, without binary dust',
      given: {
        cells: { 'proactive[fees.amount]': 0.3 },
        agencies: [{ cells: { 'proactive[fees.amount]': 0.1 } }, { cells: { 'proactive[fees.amount]': 0.2 } }],
      },
      finds: [],
    },
    {
      title: 'a report whose agencies are not known',
      given: { cells: { 'proactive[licences.decisions]': 8 } },
      finds: [],
    },
  ],
}
