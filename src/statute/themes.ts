/** 主题分类 of the State Council's gazette: 22 classes, two levels. An id is the number of the class, a dot, and that of the part. */
const declared = [
  [
    '国务院组织机构',
    'State Council bodies',
    [
      ['国务院', 'State Council'],
      ['国务院办公厅', 'General Office of the State Council'],
      ['国务院组成部门', 'constituent departments'],
      ['国务院直属特设机构', 'special bodies directly under it'],
      ['国务院直属机构', 'bodies directly under it'],
      ['国务院办事机构', 'administrative offices'],
      ['国务院直属事业单位', 'institutions directly under it'],
      ['国务院部委管理的国家局', 'national bureaus under ministries'],
      ['国务院议事协调机构', 'coordinating bodies'],
      ['其他', 'other'],
    ],
  ],
  [
    '综合政务',
    'General administration',
    [
      ['政务公开', 'openness of government'],
      ['政务督查', 'supervision of government work'],
      ['应急管理', 'emergency management'],
      ['电子政务', 'e-government'],
      ['文秘工作', 'secretarial work'],
      ['保密工作', 'secrecy'],
      ['信访', 'petitions'],
      ['参事、文史', 'counsellors and history'],
      ['其他', 'other'],
    ],
  ],
  [
    '国民经济管理、国有资产监管',
    'Economy and state-owned assets',
    [
      ['宏观经济', 'macroeconomy'],
      ['经济体制改革', 'economic reform'],
      ['统计', 'statistics'],
      ['物价', 'prices'],
      ['国有资产监管', 'state-owned assets'],
      ['重大建设项目', 'major projects'],
      ['其他', 'other'],
    ],
  ],
  [
    '财政、金融、审计',
    'Finance and audit',
    [
      ['财政', 'public finance'],
      ['税务', 'taxation'],
      ['银行', 'banking'],
      ['货币（含外汇）', 'currency and foreign exchange'],
      ['证券', 'securities'],
      ['保险', 'insurance'],
      ['社会信用体系建设', 'social credit'],
      ['审计', 'audit'],
      ['其他', 'other'],
    ],
  ],
  [
    '国土资源、能源',
    'Land and energy',
    [
      ['土地', 'land'],
      ['矿产', 'minerals'],
      ['水资源', 'water resources'],
      ['海洋', 'sea'],
      ['煤炭', 'coal'],
      ['石油与天然气', 'oil and gas'],
      ['电力', 'electricity'],
      ['其他', 'other'],
    ],
  ],
  [
    '农业、林业、水利',
    'Farming, forestry, water',
    [
      ['农业、畜牧业、渔业', 'farming, livestock, fishery'],
      ['林业', 'forestry'],
      ['水利', 'water conservancy'],
      ['其他', 'other'],
    ],
  ],
  [
    '工业、交通',
    'Industry and transport',
    [
      ['机械制造与重工业', 'machinery and heavy industry'],
      ['轻工纺织', 'light industry and textiles'],
      ['化工', 'chemicals'],
      ['国防工业', 'defence industry'],
      ['航天、航空', 'space and aviation'],
      ['信息产业（含电信）', 'information industry'],
      ['公路', 'roads'],
      ['水运', 'waterways'],
      ['铁路', 'railways'],
      ['民航', 'civil aviation'],
      ['邮政', 'post'],
      ['其他', 'other'],
    ],
  ],
  [
    '商贸、海关、旅游',
    'Trade, customs, tourism',
    [
      ['对外经贸合作', 'foreign trade'],
      ['国内贸易（含供销）', 'domestic trade'],
      ['海关', 'customs'],
      ['检验、检疫', 'inspection and quarantine'],
      ['旅游', 'tourism'],
      ['其他', 'other'],
    ],
  ],
  [
    '市场监管、安全生产监管',
    'Market and work safety',
    [
      ['工商', 'industry and commerce'],
      ['质量监督', 'quality'],
      ['标准', 'standards'],
      ['食品药品监管', 'food and medicine'],
      ['安全生产监管', 'work safety'],
      ['其他', 'other'],
    ],
  ],
  [
    '城乡建设、环境保护',
    'Construction and environment',
    [
      ['城市规划', 'city planning'],
      ['城乡建设（含住房）', 'construction and housing'],
      ['环境监测、保护与治理', 'environment'],
      ['节能与资源综合利用', 'energy saving'],
      ['气象、水文、测绘、地震', 'weather, hydrology, surveying, earthquakes'],
      ['其他', 'other'],
    ],
  ],
  [
    '科技、教育',
    'Science and education',
    [
      ['科技', 'science and technology'],
      ['教育', 'education'],
      ['知识产权', 'intellectual property'],
      ['其他', 'other'],
    ],
  ],
  [
    '文化、广电、新闻出版',
    'Culture and media',
    [
      ['文化', 'culture'],
      ['文物', 'cultural relics'],
      ['新闻出版', 'press and publishing'],
      ['广播、电影、电视', 'radio, film, television'],
      ['其他', 'other'],
    ],
  ],
  [
    '卫生、体育',
    'Health and sport',
    [
      ['卫生', 'health'],
      ['医药管理', 'medicine'],
      ['体育', 'sport'],
      ['其他', 'other'],
    ],
  ],
  [
    '人口与计划生育、妇女儿童工作',
    'Population, women, children',
    [
      ['人口与计划生育', 'population and family planning'],
      ['妇女儿童', 'women and children'],
      ['其他', 'other'],
    ],
  ],
  [
    '劳动、人事、监察',
    'Work, personnel, inspection',
    [
      ['劳动就业', 'employment'],
      ['社会保障', 'social security'],
      ['人事工作', 'personnel'],
      ['军转安置', 'former soldiers'],
      ['监察', 'inspection'],
      ['纠正行业不正之风', 'misconduct in trades'],
      ['其他', 'other'],
    ],
  ],
  [
    '公安、安全、司法',
    'Public security and justice',
    [
      ['公安', 'public security'],
      ['国家安全', 'national security'],
      ['司法', 'justice'],
      ['其他', 'other'],
    ],
  ],
  [
    '民政、扶贫、救灾',
    'Civil affairs and relief',
    [
      ['减灾救灾', 'disaster relief'],
      ['优抚安置', 'support for servicemen'],
      ['社会福利', 'social welfare'],
      ['行政区划与地名', 'divisions and place names'],
      ['社团管理', 'associations'],
      ['扶贫', 'poverty relief'],
      ['其他', 'other'],
    ],
  ],
  [
    '民族、宗教',
    'Ethnic groups and religion',
    [
      ['民族事务', 'ethnic affairs'],
      ['宗教事务', 'religious affairs'],
    ],
  ],
  [
    '对外事务',
    'Foreign affairs',
    [
      ['外交、外事', 'diplomacy'],
      ['国际条约、国际组织', 'treaties and international organisations'],
      ['其他', 'other'],
    ],
  ],
  [
    '港澳台侨工作',
    'Hong Kong, Macao, Taiwan, overseas Chinese',
    [
      ['港澳工作', 'Hong Kong and Macao'],
      ['对台工作', 'Taiwan'],
      ['侨务工作', 'overseas Chinese'],
    ],
  ],
  [
    '国防',
    'Defence',
    [
      ['国防建设', 'building of defence'],
      ['国防动员', 'mobilisation'],
    ],
  ],
  ['其他', 'Other', []],
] as const satisfies readonly (readonly [string, string, readonly (readonly [string, string])[]])[]

/** `2` is 综合政务, `2.1` its 政务公开. */
export type ThemeId = string & { readonly __brand: 'ThemeId' }

export type Theme = {
  readonly id: ThemeId
  readonly label: string
  readonly labelEn: string
  /** The class it is part of; null for a class. */
  readonly within: ThemeId | null
}

const idOf = (text: string) => text as ThemeId

/** Classes and parts in their order, each class before its parts. */
export const themes: readonly Theme[] = declared.flatMap(([label, labelEn, parts], index) => {
  const within = idOf(String(index + 1))
  return [
    { id: within, label, labelEn, within: null },
    ...parts.map(([name, nameEn], part) => ({
      id: idOf(`${within}.${part + 1}`),
      label: name,
      labelEn: nameEn,
      within,
    })),
  ]
})

const byId = new Map(themes.map((theme) => [theme.id as string, theme]))

export function findTheme(id: string): Theme | null {
  return byId.get(id) ?? null
}

/** 综合政务\\政务公开, as government sites write it; names hold 、 themselves, so nothing may be split by it. */
export function themePath({ label, within }: Theme): string {
  const above = within === null ? null : findTheme(within)
  return above ? `${above.label}\\${label}` : label
}
