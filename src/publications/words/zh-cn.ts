import { placeInChinese } from '../../refusals/place-in-chinese.ts'
import type { PublicationWords } from './publication-words.ts'

/** A field of an item as a clerk calls it; the catalogue is not named, only its field. */
const placed = (place: string | number | undefined) =>
  placeInChinese(String(place).replace(/^content\.(?:metadata\.)?/, ''))

export const zhCN: PublicationWords = {
  acts: {
    propose: '拟制（公文源头认定）',
    revise: '修改',
    submit: '送审',
    reviewSecrecy: '保密审查',
    passStage: '审核通过',
    return: '退回修改',
    schedule: '定时发布',
    publish: '发布',
    keepFromPublic: '登记不主动公开',
    changeValidity: '变更有效性',
    recordAnnulment: '登记处罚决定被变更、撤销',
    takeDown: '撤下',
    reassess: '定期评估',
    recordElsewhere: '登记在其他平台的发布',
    drop: '撤销拟稿',
  },
  phases: {
    drafting: '拟稿中',
    reviewing: '审查中',
    referred: '不能确定，已报请确定',
    approved: '待发布',
    scheduled: '定时发布中',
    published: '已发布',
    notPublished: '不主动公开',
    takenDown: '已撤下',
    dropped: '已撤销',
  },
  events: {
    proposed: '拟制',
    revised: '修改',
    submitted: '送审',
    secrecyReviewed: '保密审查',
    stagePassed: '审核通过',
    returned: '退回修改',
    scheduled: '设定发布时间',
    published: '发布',
    keptFromPublic: '登记不主动公开',
    validityChanged: '变更有效性',
    annulled: '处罚决定被变更、撤销',
    takenDown: '撤下',
    reassessed: '定期评估',
    publishedElsewhere: '在其他平台发布',
    dropped: '撤销',
  },
  attributes: { proactive: '主动公开', onRequest: '依申请公开', notDisclosed: '不予公开' },
  secrecy: { public: '可以公开', notPublic: '不得公开', unsure: '不能确定' },
  rules: {
    'not-in-this-phase': (d) => `这条信息现在的状态不能“${d.act}”。`,
    'not-your-role': (d) => `您的角色不能“${d.act}”。请由有权限的人员办理。`,
    'on-in-future': (d) => `日期 ${d.on} 在今天之后，还没有发生。请核对日期。`,
    'on-before-draft': (d) => `日期早于拟稿日期（${d.on}）。请核对日期。`,
    'text-blank': (d) => `“${placed(d.place)}”是空白。请填写内容，没有内容的不要填这一项。`,
    'text-control-characters': (d) => `“${placed(d.place)}”含有不可见的控制字符。请清除后重新填写。`,
    'text-direction-characters': (d) =>
      `“${placed(d.place)}”含有改变文字显示方向的不可见字符（${d.character}），会使内容显示得与实际不同。请删除该字符后重新填写。`,
    'secrecy-marking': (d) =>
      `“${placed(d.place)}”带有密级标志。本系统为非涉密系统，严禁处理国家秘密；内容没有保存，请按保密规定处理。`,
    'formed-after-draft': (d) => `形成或者变更日期（${d.on}）晚于拟稿日期。请核对日期。`,
    'formed-before-made': (d) => `形成或者变更日期早于成文日期（${d.on}）。请核对日期。`,
    'valid-until-before-made': (d) => `有效期的最后一天早于成文日期（${d.on}）。请核对日期。`,
    'nothing-to-publish': () => '没有正文，也没有附件。请填写正文或者添加附件。',
    'ground-not-of-attribute': (d) =>
      `“${d.ground}”不是不主动公开的依据。请写条例14、条例15、条例16¶1、条例16¶2，或者其他法律、法规的条款。`,
    'no-stage': () => '还没有设定审核环节。请至少设定一个：拟稿人以外的人审批。',
    'own-draft': () => '不能审查、审核自己拟的稿。请由另一人办理，或者登记纸质审批件。',
    'same-person-twice': () => '同一人已经通过了前一个环节。请由另一人办理，或者登记纸质审批件。',
    'stage-not-waiting': () => '各环节都已通过。尚缺保密审查。',
    'secrecy-reviewed-already': () => '保密审查的结论已经登记。需要重新审查的，请退回修改后再送审。',
    'referral-not-named': () =>
      '不能确定的，应当报政府信息公开工作主管部门或者保密行政管理部门确定。请写明报送的部门。',
    'referral-not-unsure': () => '结论已经确定，不需要报请其他部门。请删去报送的部门，或者改为“不能确定”。',
    'may-not-be-public': () => '公开属性不是“主动公开”，或者保密审查没有认定“可以公开”，不能发布。',
    'may-be-public': () => '这条信息审查认定可以公开，应当发布。',
    'personal-information': (d) =>
      `内容中疑似含有个人信息：${d.found}。请隐去后再送审；确应公开的，请说明理由（--acknowledge-personal-information）。`,
    'not-public-yet': () => '这条信息现在没有公开，不需要这样办理。',
    'not-a-penalty': () => '这条信息不是行政处罚决定。其他信息请用“变更有效性”或者“撤下”。',
    'annulled-in-future': (d) => `变更、撤销的日期 ${d.on} 晚于登记日期。请核对日期。`,
    'schedule-passed': (d) => `发布时间 ${d.at} 已经过去。请另选时间，或者立即发布。`,
    'schedule-too-far': (d) => `发布时间超过了 ${d.days} 天。请核对。`,
    'validity-before-made': (d) => `有效性变更的日期早于成文日期（${d.on}）。请核对日期。`,
    'validity-as-it-was': () => '有效性与现在登记的相同，没有变更。',
    'elsewhere-in-future': () => '在其他平台发布的日期在今天之后。请在发布之后再登记。',
  },
}
