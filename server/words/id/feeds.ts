/** Words of feeds. */
export const feeds = {
  portal: 'Publikasi survei kepuasan',
  region: (name: string) => `Publikasi survei kepuasan: ${name}`,
  kinds: { result: 'Hasil terbit', correction: 'Ralat', withdrawal: 'Pencabutan' },
  entry: (kind: string, title: string, period: string) => `${kind}: ${title}, ${period}`,
  tooFew: 'Terlalu sedikit yang menjawab, jadi angkanya tidak ditampilkan.',
  reason: (reason: string) => `Alasannya: ${reason}`,
}
