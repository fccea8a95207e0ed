import { type Day, day } from '../../statute/day.ts'
import type { AmendmentCommandOf, AmendmentCommandType } from './amendment-command.ts'
import type { AmendmentDecision } from './amendment-event.ts'

/** An amendment that is made; tests and examples change what they speak of. */
export const sampleAmended: AmendmentDecision = {
  result: 'amended',
  says: '房屋坐落为河东街道12号，建筑面积86.5平方米',
  since: day('2026-03-10'),
}

/** One command of every kind, all on one day, that a case in a fitting phase accepts. */
export function sampleAmendmentCommand<T extends AmendmentCommandType>(type: T, on: Day): AmendmentCommandOf<T> {
  const samples: { readonly [K in AmendmentCommandType]: Omit<AmendmentCommandOf<K>, 'type' | 'on'> } = {
    register: {
      channel: 'inPerson',
      applicantKind: 'naturalPerson',
      applicant: 'p1',
      agent: null,
      evidence: ['f1'],
      transferredFrom: null,
      targetOn: null,
    },
    setTarget: { targetOn: day('2026-12-31') },
    askEvidence: { wanted: ['不动产权证书复印件'], until: null },
    receiveEvidence: { evidence: ['f2'], powerOfAttorney: null },
    dispatch: { unit: '登记科', dueOn: null, question: '请核对原始档案' },
    answerDispatch: { dispatch: 1, opinion: '原始档案与申请人所述一致', material: [] },
    transfer: {
      amendingAgency: '清河县自然资源局',
      contact: null,
      reasons: '该记录由其制作，本机关无权更正',
      toldOn: null,
    },
    tellTransferred: {},
    tellElsewhere: {
      amendingAgency: '清河县自然资源局',
      contact: '登记科 0000-0000001',
      reasons: '该记录由其制作，本机关无权更正',
    },
    decide: { decision: sampleAmended },
    returnDecision: { reasons: '请写明核实情况' },
    approve: { approval: { medium: 'onScreen' }, documentNumber: '清水公更〔2026〕1号' },
    serve: { method: 'post', tracking: null },
    proveService: { proof: 'f3', signedBy: null },
    keepLetter: { kind: 'decisionNotice', documentNumber: null, file: 'f4', origin: 'scan' },
    withdraw: {},
    reopen: { remedy: '某政复〔2026〕1号行政复议决定', until: day('2026-12-20'), reasons: '没有核实证据' },
  }
  // The record holds, for each type, exactly the fields of its command.
  return { type, on, ...samples[type] } as unknown as AmendmentCommandOf<T>
}
