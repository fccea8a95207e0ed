/** What the remedies clause of a letter says. `what` is 答复, 决定 or the like; a body or court comes by its name. */
type Named = { readonly what: string; readonly body: string; readonly court: string }

export const remediesText = {
  /** Between bodies of which the applicant may take either. */
  or: '或者',
  either: ({ what, body, court }: Named) =>
    `如对本${what}不服，可以自收到之日起60日内向${body}申请行政复议，也可以自收到之日起6个月内依法向${court}提起行政诉讼。`,
  first: ({ what, body }: Named) =>
    `如对本${what}不服，可以自收到之日起60日内向${body}申请行政复议。依照《中华人民共和国行政复议法》第二十三条的规定，对本${what}应当先申请行政复议，未经行政复议不能直接提起行政诉讼。`,
  afterwards: ({ court }: Named) =>
    `对行政复议决定不服，或者行政复议机关决定不予受理、驳回申请、逾期不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起15日内依法向${court}提起行政诉讼。`,
  online: (channel: string) => `行政复议申请也可以通过互联网提出，渠道为：${channel}。`,
  noReply: {
    first: ({ body }: Named) =>
      `如认为本机关逾期不作答复，应当先自答复期限届满之日起60日内向${body}申请行政复议，未经行政复议不能直接提起行政诉讼。`,
    either: ({ body, court }: Named) =>
      `如认为本机关逾期不作答复，可以自答复期限届满之日起60日内向${body}申请行政复议，也可以自答复期限届满之日起6个月内依法向${court}提起行政诉讼。`,
  },
} as const
