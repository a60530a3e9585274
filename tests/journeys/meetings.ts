/** Slugs of the demonstration's meetings. */
export const DEMO_MEETINGS = {
  forum: 'pelatihan-bagi-asn-kecamatan-kemuning',
  village: 'rencana-kerja-desa-kemuning-tua-tahun-depan',
  /** Still to come. */
  coming: 'seleksi-petugas-loket-yang-terbuka',
}
