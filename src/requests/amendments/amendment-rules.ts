/** Why an act on a record amendment is turned down, with the article that says so; null: that of the act. */
export const amendmentRuleArticles = {
  'not-in-this-phase': null,
  'not-your-role': null,
  'on-in-future': null,
  'on-before-arrival': null,
  'not-covered': '条例56',
  'text-blank': null,
  'text-control-characters': null,
  'secrecy-marking': '条例14',
  'target-before-arrival': null,
  'sent-after-arrival': null,
  'nothing-asked': null,
  'asked-until-passed': null,
  'no-evidence-named': null,
  'agent-without-power': null,
  'dispatch-unknown': '条例45',
  'dispatch-answered': '条例45',
  'dispatch-due-passed': '条例45',
  'told-before-transfer': null,
  'told-in-future': null,
  'own-draft': '条例45',
  'approval-before-draft': '条例45',
  'approval-not-yours': '条例45',
  'service-before-approval': null,
  'service-before-amendment': null,
} as const satisfies Readonly<Record<string, string | null>>

export type AmendmentRule = keyof typeof amendmentRuleArticles
