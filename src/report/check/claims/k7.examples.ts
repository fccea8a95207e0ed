import type { RuleExamples } from '../example.ts'

const received = (count: number) => ({
  'requests[received][naturalPerson]': count,
  'requests[received][total]': count,
  'requests[granted][total]': count,
  'requests[total][total]': count,
})

export const k7Examples: RuleExamples = {
  rule: 'K7',
  examples: [
    {
      title: 'two told, three in the table',
      given: { text: { 1: '本年度，共受理政府信息公开申请2件，都在期限内答复。' }, cells: received(3) },
      finds: [{ where: 'text[1]@5-17', severity: 'warning', left: 2, right: 3 }],
    },
    {
      title: 'none told, one in the table',
      given: { text: { 1: '2024年我局无依申请公开。' }, cells: received(1) },
      finds: [{ where: 'text[1]@7-13', left: 0, right: 1 }],
    },
    {
      title: 'two told in Chinese characters',
      given: { text: { 1: '全年收到两件政府信息公开申请。' }, cells: received(3) },
      finds: [{ left: 2, right: 3 }],
    },
    {
      title: 'numbers in full-width digits and with thousands separators are read',
      given: { text: { 1: '全年收到政府信息公开申请１,２３４件。' }, cells: received(1235) },
      finds: [{ left: 1234, right: 1235 }],
    },
    {
      title: 'digits of a figure that contain the number of the hotline are no hotline',
      given: {
        text: { 1: '收到政府信息公开申请123450件；上年结转申请2件。' },
        cells: { 'requests[received][total]': 123_450, 'requests[carriedIn][total]': 3 },
      },
      finds: [{ left: 2, right: 3 }],
    },
    {
      title: 'an outcome told wrong',
      given: {
        text: { 1: '收到政府信息公开申请5件，其中予以公开3件、不予公开2件。' },
        cells: { ...received(5), 'requests[granted][total]': 4, 'requests[withheld.stateSecret][total]': 1 },
      },
      finds: [
        { left: 3, right: 4 },
        { left: 2, right: 1 },
      ],
    },
    {
      title: 'the whole told with what was carried in, then its parts',
      given: {
        text: { 1: '共办理政府信息公开申请12件，其中新收10件，上年结转2件，已答复11件，1件结转下年度办理。' },
        cells: {
          'requests[received][total]': 10,
          'requests[carriedIn][total]': 2,
          'requests[total][total]': 11,
          'requests[carriedOut][total]': 1,
        },
      },
      finds: [],
    },
    {
      title: 'two outcomes told as one sum',
      given: {
        text: { 1: '受理政府信息公开申请8件。依申请公开中，予以公开及部分公开6件，因本机关不掌握等原因无法提供2件。' },
        cells: {
          ...received(8),
          'requests[granted][total]': 4,
          'requests[partlyGranted][total]': 2,
          'requests[unavailable.notHeld][total]': 2,
        },
      },
      finds: [],
    },
    {
      title: 'a sentence that goes on about the requests of the one before',
      given: { text: { 1: '收到政府信息公开申请5件。办结5件，其中予以公开3件、不予公开2件。' }, cells: received(5) },
      finds: [
        { left: 3, right: 5 },
        { left: 2, right: 0 },
      ],
    },
    {
      title: 'letters answered and columns opened beside requests are another matter',
      given: {
        text: {
          1: '受理政府信息公开申请5件，办理市长信箱来信20件，答复20件。规范依申请公开流程，新增公开专栏3条。依申请公开政府信息7条。',
        },
        cells: received(5),
      },
      finds: [],
    },
    {
      title: 'a sentence that goes on about last year',
      given: { text: { 1: '2023年收到政府信息公开申请7件。办结7件。' }, cells: received(5) },
      finds: [],
    },
    {
      title: 'requests about one matter are a part',
      given: { text: { 1: '收到政府信息公开申请20件，涉及征地拆迁的予以公开8件。' }, cells: received(20) },
      finds: [],
    },
    {
      title: 'what was carried over and newly received, in the words of the form',
      given: {
        text: { 1: '（二）依申请公开。上年度结转2件，本年度新收481件。', 3: '无结转下年度办理的申请。' },
        cells: {
          'requests[received][total]': 470,
          'requests[carriedIn][total]': 1,
          'requests[total][total]': 459,
          'requests[carriedOut][total]': 12,
        },
      },
      finds: [
        { left: 2, right: 1 },
        { left: 481, right: 470 },
        { where: 'text[3]@0-11', left: 0, right: 12 },
      ],
    },
    {
      title: 'outcomes under the heading of the form',
      given: {
        text: { 1: '规范受理申请。', 3: '本年办理结果：予以公开27件；部分公开8件；不予公开1件。' },
        cells: {
          ...received(35),
          'requests[granted][total]': 27,
          'requests[partlyGranted][total]': 7,
          'requests[withheld.stateSecret][total]': 1,
        },
      },
      finds: [{ left: 8, right: 7 }],
    },
    {
      title: 'the number of requests, and all those received',
      given: { text: { 1: '信息公开申请量为480件。收到的484件申请均已办结。' }, cells: received(481) },
      finds: [
        { left: 480, right: 481 },
        { left: 484, right: 481 },
      ],
    },
    {
      title: 'requests that were answered are held against the answers',
      given: {
        text: { 1: '办结政府信息公开申请475件。延期答复政府信息公开申请3件。' },
        cells: {
          'requests[received][total]': 481,
          'requests[carriedIn][total]': 1,
          'requests[total][total]': 470,
          'requests[carriedOut][total]': 12,
        },
      },
      finds: [{ left: 475, right: 470 }],
    },
    {
      title: 'matters carried over or applied for beside the requests are none of them',
      given: {
        text: {
          1: '（二）依申请公开。受理信访件，上年结转2件，新收9件。\n推进审批改革，收到的30件申请均已办结，无结转下年度办理的申请。',
          4: '上年结转2件，新收9件。',
        },
        cells: received(5),
      },
      finds: [],
    },
    {
      title: 'none in other words',
      given: { text: { 1: '没有收到公民、法人或者其他组织提出的政府信息公开申请。' } },
      finds: [],
    },
    { title: 'zero', given: { text: { 1: '全年共受理依申请公开零件。依申请公开申请0件。' } }, finds: [] },
    {
      title: 'requests of the office alone are another matter',
      given: { text: { 1: '县政府办公室代表县政府受理政府信息公开申请17件。' }, cells: received(95) },
      finds: [],
    },
    {
      title: 'requests by one channel are another matter',
      given: { text: { 1: '通过网络受理政府信息公开申请2件，当面收到政府信息公开申请1件。' }, cells: received(9) },
      finds: [],
    },
    {
      title: 'last year and other years are another matter',
      given: {
        text: { 1: '2023年收到政府信息公开申请7件。比去年收到的政府信息公开申请7件有所减少。' },
        cells: received(5),
      },
      finds: [],
    },
    {
      title: 'published items, messages and proposals are no requests',
      given: { text: { 1: '主动公开政府信息50条，办理网民留言92条，受理行政许可申请30件，办理提案5件。' } },
      finds: [],
    },
    {
      title: 'a round number is not held against a figure',
      given: { text: { 1: '全市受理政府信息公开申请3500余件。' }, cells: received(3511) },
      finds: [],
    },
    {
      title: 'a denial of something else than requests',
      given: {
        text: { 1: '未发生依申请公开收费。未出现政府信息公开申请超期答复情况。如未收到政府信息公开申请，应写明。' },
        cells: received(2),
      },
      finds: [],
    },
    {
      title: 'where the table is blank the words are not judged',
      given: { text: { 1: '全年收到政府信息公开申请3件。' }, cells: { '*': 'blank' } },
      finds: [],
    },
  ],
}
