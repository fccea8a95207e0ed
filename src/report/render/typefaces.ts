/** A face of GB/T 9704-2012 with the names under which other systems know it or its nearest relative, best first. */
type Typeface = {
  readonly name: string
  readonly alternatives: readonly string[]
  readonly kind: 'serif' | 'sans'
  /** Face of digits and Latin letters where it is another: one that every office program has or can replace in width. */
  readonly latin?: string
}

export const typefaces: Readonly<Record<TypefaceRole, Typeface>> = {
  title: {
    name: '方正小标宋简体',
    alternatives: [
      'FZXiaoBiaoSong-B05S',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      '华文中宋',
      'STZhongsong',
      '宋体',
      'SimSun',
    ],
    kind: 'serif',
  },
  section: {
    name: '黑体',
    alternatives: [
      'SimHei',
      '华文黑体',
      'STHeiti',
      '思源黑体',
      'Source Han Sans SC',
      'Noto Sans CJK SC',
      'Noto Sans SC',
    ],
    kind: 'sans',
  },
  part: {
    name: '楷体_GB2312',
    alternatives: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', 'AR PL UKai CN'],
    kind: 'serif',
  },
  body: {
    name: '仿宋_GB2312',
    alternatives: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', '方正仿宋_GBK', '方正仿宋简体'],
    kind: 'serif',
  },
  pageNumber: { name: '宋体', alternatives: ['SimSun', 'NSimSun', '华文宋体', 'STSong'], kind: 'serif' },
  table: {
    name: '宋体',
    alternatives: [
      'SimSun',
      'NSimSun',
      '华文宋体',
      'STSong',
      '思源宋体',
      'Source Han Serif SC',
      'Noto Serif CJK SC',
      'Noto Serif SC',
    ],
    kind: 'serif',
    latin: 'Times New Roman',
  },
}

export type TypefaceRole = 'title' | 'section' | 'part' | 'body' | 'pageNumber' | 'table'
