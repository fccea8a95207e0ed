/** An article of an instrument: how far it is divided, and what it says in a few words of our own. */
export type Article = {
  readonly number: number
  /** Paragraphs (款) that the article is known to have. */
  readonly paragraphs: number
  /** Numbered items (项) that it is known to have, 0 when it has none. */
  readonly items: number
  readonly gist: string
}

type Row = readonly [number: number, paragraphs: number, items: number, gist: string]

const articlesOf = (rows: readonly Row[]): readonly Article[] =>
  rows.map(([number, paragraphs, items, gist]) => ({ number, paragraphs, items, gist }))

/** 政府信息公开条例 as revised in 2019: all 56 articles, their divisions counted in the text. */
export const regulationArticles: readonly Article[] = articlesOf([
  [1, 1, 0, 'purpose'],
  [2, 1, 0, 'government information: made or obtained while performing administrative management, and recorded'],
  [3, 4, 0, 'supervising offices, national, local and of vertical systems'],
  [4, 2, 5, 'each agency names its disclosure office; the five functions of that office'],
  [5, 1, 0, 'disclosure is the rule, and is just, fair, lawful and convenient'],
  [6, 2, 0, 'timely and accurate; clarify harmful false or incomplete information'],
  [7, 1, 0, 'disclose more from year to year'],
  [8, 1, 0, 'standardised, digital management; one platform with the services'],
  [9, 1, 0, 'everybody may watch and criticise'],
  [10, 3, 0, 'who discloses: the maker, the keeper, the first obtainer, the lead maker'],
  [11, 2, 0, 'agree with the other agencies concerned; approval where required'],
  [12, 3, 0, 'guide and catalogue, their contents, kept up to date'],
  [13, 2, 0, 'what articles 14 to 16 do not withhold is disclosed, of own motion or on request'],
  [14, 1, 0, 'state secrets, what laws forbid, danger to security and stability: not disclosed'],
  [15, 1, 0, "third parties' secrets and privacy: not disclosed, save by consent or for the public interest"],
  [16, 2, 0, 'internal affairs, process information and enforcement files: may be withheld'],
  [17, 3, 0, 'review before disclosure; ask when unsure'],
  [18, 1, 0, 'assess again and again what was not disclosed'],
  [19, 1, 0, 'what must be disclosed of own motion, in general'],
  [20, 1, 15, 'what must be disclosed of own motion: fifteen items'],
  [21, 1, 0, 'more items for cities, counties and townships'],
  [22, 1, 0, 'settle the concrete contents and widen them'],
  [23, 1, 0, 'channels: gazette, website, press conference, press and broadcast'],
  [24, 1, 0, 'one platform with search, reading and download'],
  [25, 3, 0, 'reading rooms; copies for archives and libraries'],
  [26, 1, 0, 'disclosed within 20 working days of being made or changed'],
  [27, 1, 0, 'who may request, and of whom'],
  [28, 1, 0, 'channels for requests'],
  [29, 2, 3, 'form and contents of a request'],
  [30, 1, 0, 'one correction notice within 7 working days; the period starts anew; silence is abandonment'],
  [31, 1, 3, 'day of receipt by channel'],
  [32, 1, 0, 'third parties are consulted in writing and have 15 working days'],
  [33, 3, 0, 'reply at once or in 20 working days; one extension of at most 20; consultation does not count'],
  [34, 1, 0, 'co-makers are consulted and have 15 working days; silence is consent'],
  [35, 1, 0, 'excessive requests: justification, refusal, or a later day'],
  [36, 1, 7, 'the kinds of reply'],
  [37, 1, 0, 'sever what can be severed and give reasons for the rest'],
  [38, 1, 0, 'existing information only; nothing need be processed'],
  [39, 2, 0, 'petitions in disguise; public publications'],
  [40, 1, 0, 'form in which information is given'],
  [41, 1, 0, 'amendment of inaccurate records about oneself'],
  [42, 2, 0, 'free of charge, save a processing fee for excessive requests'],
  [43, 1, 0, 'help for those who read, see or hear with difficulty'],
  [44, 2, 0, 'what many request may be disclosed to all; applicants may suggest it'],
  [45, 1, 0, 'registering, checking, handling, replying, filing'],
  [46, 1, 0, 'assessment, social appraisal, accountability'],
  [47, 2, 0, 'supervision: guidance, inspection, rectification, criticism; complaints'],
  [48, 1, 0, 'training of staff'],
  [49, 2, 0, 'annual report: departments by 31 January, local governments by 31 March'],
  [50, 2, 5, 'contents of the annual report; its one form'],
  [51, 1, 0, 'complaint, reconsideration, litigation'],
  [52, 1, 0, 'liability for lacking systems'],
  [53, 1, 3, 'liability for not disclosing or not updating'],
  [54, 1, 0, 'organisations authorised by law are covered'],
  [55, 2, 0, 'public utilities follow rules of their own'],
  [56, 1, 0, 'in force from 15 May 2019'],
])

/** Articles of other instruments, only those that were read or repeated elsewhere; divisions are those known to exist. */
export const feeArticles: readonly Article[] = articlesOf([[4, 1, 0, 'by item or by page; one request may be split']])

export const interpretationOf2025Articles: readonly Article[] = articlesOf([
  [1, 1, 2, 'what can be sued at once; reconsideration first for articles 14, 15 and 16'],
  [2, 2, 0, 'what cannot be sued by itself; no reply in time'],
])

export const reconsiderationArticles: readonly Article[] = articlesOf([
  [11, 1, 0, 'what reconsideration is open for'],
  [20, 1, 0, '60 days from knowing; at most a year where rights were not told'],
  [22, 2, 0, 'an agency that serves over the internet opens that channel for reconsideration too'],
  [23, 2, 4, 'reconsideration first; the agency says so'],
  [24, 1, 0, "local government: reconsiders its departments' acts"],
  [27, 1, 0, 'customs, finance, tax, state security: the superior department'],
  [28, 1, 0, 'justice bureaus: government or superior'],
  [33, 1, 0, 'accepted and then found not acceptable: dismissed'],
  [34, 1, 0, 'fifteen days to sue after reconsideration that had to come first'],
  [48, 1, 0, 'reply within 10 working days in ordinary procedure'],
  [53, 1, 0, 'simple procedure'],
  [54, 1, 0, 'reply within 5 working days in simple procedure'],
  [55, 1, 0, 'from simple to ordinary procedure'],
  [62, 1, 0, 'period of the decision'],
  [63, 1, 0, 'changed'],
  [64, 1, 0, 'annulled'],
  [65, 1, 0, 'found unlawful'],
  [66, 1, 0, 'ordered to perform'],
  [67, 1, 0, 'found void'],
  [68, 1, 0, 'upheld'],
  [69, 1, 0, 'request rejected'],
  [73, 1, 0, 'mediation'],
  [74, 1, 0, 'settlement and withdrawal'],
  [88, 1, 0, 'short periods are working days'],
])

export const litigationArticles: readonly Article[] = articlesOf([
  [15, 1, 0, 'intermediate courts for acts of governments'],
  [45, 1, 0, 'fifteen days after reconsideration'],
  [46, 1, 0, 'six months without reconsideration'],
  [67, 1, 0, 'answer to the court within 15 days'],
])

export const litigationInterpretationArticles: readonly Article[] = articlesOf([
  [48, 1, 0, 'the first day is not counted; the last rolls over rest days'],
  [64, 1, 0, 'one year where no period was told'],
])

export const civilCodeArticles: readonly Article[] = articlesOf([
  [201, 1, 0, 'the first day is not counted'],
  [203, 1, 0, 'the last day rolls over rest days'],
])

export const holidayMeasuresArticles: readonly Article[] = articlesOf([
  [4, 1, 0, 'customary holidays of ethnic autonomous places'],
])

export const budgetLawArticles: readonly Article[] = articlesOf([
  [14, 1, 0, 'budgets of departments within 20 days of approval'],
])

/** 行政处罚法 as revised in 2021. */
export const penaltyLawArticles: readonly Article[] = articlesOf([
  [48, 2, 0, 'publication of penalties, and withdrawal of one that was changed or annulled'],
])
