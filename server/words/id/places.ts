/** Words of a region's and a unit's page on surveys and their results; the rest of them is the directory's. */
export const places = {
  open: 'Survei yang sedang dibuka',
  unit: {
    complain: 'Ada keluhan?',
    complainText: 'Sampaikan kepada unit ini, atau lewat SP4N-LAPOR!, saluran pengaduan nasional.',
    complainLink: 'Buka SP4N-LAPOR!',
    noOpen: 'Belum ada survei yang dibuka di sini.',
    trend: 'Kepuasan dari waktu ke waktu',
    trendOf: (series: string) => `Kepuasan dari waktu ke waktu: ${series}`,
    trendTitleUp: 'Kepuasan naik, lebih dari kebetulan',
    trendTitleDown: 'Kepuasan turun, lebih dari kebetulan',
    trendTitleSame: 'Belum ada perubahan yang terlihat',
    trendSubtitle: (unit: string, first: string, last: string) =>
      `IKM tiap periode dengan perkiraan rentangnya · ${unit}, ${first} sampai ${last}`,
    trendName: 'Bagan IKM tiap periode; angkanya ada di tabel sesudah bagan',
    twoPoints: 'Dua periode belum menjadi tren.',
    onePoint: 'Baru satu periode yang terbit.',
    none: 'Belum ada hasil yang diterbitkan.',
    period: 'Periode',
    ikm: 'IKM',
    range: 'Rentang',
    grade: 'Mutu',
    respondents: 'Responden',
    change: 'Dari periode sebelumnya',
    state: {
      withdrawn: 'dicabut',
      corrected: 'ralat',
      'too-few': 'terlalu sedikit jawaban',
    },
    changed: 'terlihat',
    notShown: 'belum terlihat',
  },

  regions: {
    about: 'Tentang wilayah ini',
    openCount: (count: number) => `${count} survei dibuka`,
    noOpen: 'Belum ada survei yang dibuka di wilayah ini.',
  },
}
